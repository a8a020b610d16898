import * as z from 'zod';

const localizedText = z
  .record(z.string().regex(/^[a-z]{2}$/), z.string().min(1))
  .refine((map) => Object.keys(map).length > 0, 'must not be empty');
const provider = z.string().regex(/^\d+$/);
const price = z.strictObject({ price: z.number().nonnegative(), takeAwayPrice: z.number().nonnegative() });

/** Contract: POST /v1/partner/menus/items. The two names that are not published are this sandbox's settings. */
export function itemSchema(names: { sku: string; preparation: string }, strict: boolean) {
  const fields = z.object({
    title: localizedText,
    vat: z.number().nonnegative(),
    visibilities: z.record(provider, z.boolean()),
    prices: z
      .record(provider, z.record(z.string().regex(/^[A-Z]{3}$/), price))
      .refine((prices) => '1' in prices, 'must hold the provider "1"'),
    description: localizedText.optional(),
    onlyModifier: z.boolean().optional(),
    isEnabled: z.boolean().optional(),
    fromAPI: z.boolean().optional(),
    [names.sku]: z.string().max(50).optional(),
    [names.preparation]: z.number().nonnegative().optional(),
  });
  return strict ? fields.strict() : fields;
}

export interface ItemBody {
  title: Record<string, string>;
  vat: number;
  visibilities: Record<string, boolean>;
  prices: Record<string, Record<string, { price: number; takeAwayPrice: number }>>;
  description?: Record<string, string>;
  onlyModifier?: boolean;
  isEnabled?: boolean;
  fromAPI?: boolean;
}

/** Contract: POST /v1/partner/menus/modifier-groups/modifiers. */
export const linkSchema = z.strictObject({
  modifierGroupID: z.int(),
  attach: z.array(z.strictObject({ id: z.int(), sequence: z.int() })),
  deleteModifierIDs: z.array(z.int()).optional(),
});
