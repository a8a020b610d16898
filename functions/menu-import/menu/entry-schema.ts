import * as z from 'zod';

/** Locale (ISO 639-1) to text. */
const localizedText = z.record(z.string().regex(/^[a-z]{2}$/), z.string().min(1));

const amount = z.number().nonnegative();

const provider = z.string().regex(/^\d+$/);

/**
 * What klikit is to hold for one row, in the menu's own words. Optional fields that are absent are not sent.
 * Every rule is one of the create call's, see the contract.
 */
export const entryContentSchema = z.object({
  title: localizedText.refine((title) => Object.keys(title).length > 0, 'a title in at least one language'),
  description: localizedText.exactOptional(),
  sku: z.string().min(1).max(50).exactOptional(),
  vatPercent: amount,
  /** Provider id to visible or not; an absent provider is hidden. */
  visibilities: z.record(provider, z.boolean()),
  /** Provider id to currency (ISO 4217) to prices in whole units, as the merchant writes them. */
  prices: z
    .record(provider, z.record(z.string().regex(/^[A-Z]{3}$/), z.object({ price: amount, takeAwayPrice: amount })))
    .refine((prices) => '1' in prices, "klikit's own price"),
  enabled: z.boolean(),
  preparationMinutes: z.int().nonnegative().exactOptional(),
});

export type EntryContent = z.infer<typeof entryContentSchema>;
