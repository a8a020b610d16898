import * as z from 'zod';
import type { SandboxOptions } from './sandbox-options.ts';

/** ISO 639-1 code to text. */
const localizedText = z
  .record(z.string().regex(/^[a-z]{2}$/, 'must be a language of two letters'), z.string().regex(/\S/, 'must not be empty'))
  .refine((texts) => Object.keys(texts).length > 0, 'must hold a text');

export type LocalizedText = Readonly<z.infer<typeof localizedText>>;

const provider = z.string().regex(/^\d+$/, 'must be a provider id');
const currency = z.string().regex(/^[A-Z]{3}$/, 'must be a currency of three letters');
const visibilities = z.record(provider, z.boolean());
const amounts = { price: z.number(), takeAwayPrice: z.number() };

/** Provider id to currency to amounts; klikit's own provider must be there. */
function pricesSchema<T extends z.ZodType<{ price: number; takeAwayPrice: number }>>(each: T) {
  const byCurrency = z.record(currency, each).refine((prices) => Object.keys(prices).length > 0, 'must hold a currency');
  return z.record(provider, byCurrency).refine((prices) => Object.hasOwn(prices, '1'), 'must hold the provider "1"');
}

/** An item or a modifier option as the sandbox keeps it. */
export const entrySchema = z.object({
  id: z.int().positive(),
  title: localizedText,
  vat: z.number().nonnegative(),
  visibilities,
  prices: pricesSchema(z.object(amounts)),
  description: localizedText.optional(),
  sku: z.string().max(50).optional(),
  preparationMinutes: z.number().nonnegative().optional(),
  onlyModifier: z.boolean().optional(),
  isEnabled: z.boolean().optional(),
  fromAPI: z.boolean().optional(),
});

export type StoredEntry = Readonly<z.infer<typeof entrySchema>>;

/** What a write may hold, as the contract has it. */
export type RequestSchemas = ReturnType<typeof createRequestSchemas>;

/** The two names that are not published are this sandbox's settings. */
export function createRequestSchemas({ skuField = 'skuID', preparationField = 'preparationTime', strict = true }: SandboxOptions) {
  const object: typeof z.strictObject = strict ? z.strictObject : z.object;
  const { id: _id, sku, preparationMinutes, ...published } = entrySchema.shape;
  const fields = object({
    ...published,
    prices: pricesSchema(object(amounts)),
    [skuField]: sku,
    [preparationField]: preparationMinutes,
  });
  const item = fields.transform((body: Record<string, unknown>) => {
    const { [skuField]: skuGiven, [preparationField]: minutesGiven, ...rest } = body;
    const named = {
      ...(skuGiven === undefined ? {} : { sku: skuGiven }),
      ...(minutesGiven === undefined ? {} : { preparationMinutes: minutesGiven }),
    };
    return { ...rest, ...named } as Omit<StoredEntry, 'id'>;
  });
  const link = object({
    modifierGroupID: z.int(),
    attach: z
      .array(object({ id: z.int(), sequence: z.int() }))
      .refine((links) => new Set(links.map(({ id }) => id)).size === links.length, 'must not hold an option twice'),
    deleteModifierIDs: z.array(z.int()).optional(),
  });
  return { item, link };
}
