import * as z from 'zod';
import { isSafeOrigin } from '../functions/menu-import/environment.ts';
import { merchantPattern } from '../functions/menu-import/parse-event.ts';

const text = z.union([z.string(), z.array(z.string())]).transform((value) => (Array.isArray(value) ? value : value.split(',')));

/** What a deployment chooses; CDK context, in cdk.json or by `-c name=value`. */
const stackSettingsSchema = z.object({
  /** Separated by commas. Each gets a secret, `klikit/{merchant}`, and a folder, `uploads/{merchant}/`. */
  merchants: text.pipe(
    z
      .array(z.string().trim().regex(merchantPattern, 'small letters, digits and hyphens, at most 63, for example warung-hoshi'))
      .min(1, 'at least one merchant')
      .refine((merchants) => new Set(merchants).size === merchants.length, 'each merchant once'),
  ),
  klikitApiUrl: z.url().refine((url) => isSafeOrigin(new URL(url)) && url.startsWith('https:'), 'must be https'),
  defaultCurrency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'an ISO 4217 code such as IDR')
    .optional(),
});

export type StackSettings = z.infer<typeof stackSettingsSchema>;

/** The deployment's choices are not usable. */
export class StackSettingsInvalid extends Error {
  override readonly name = 'StackSettingsInvalid';
}

/** Reads the settings from CDK context. Throws `StackSettingsInvalid`, one sentence that names each wrong one. */
export function parseStackSettings(context: (name: string) => unknown): StackSettings {
  const names = Object.keys(stackSettingsSchema.shape);
  const given = Object.fromEntries(names.flatMap((name) => (context(name) === undefined ? [] : [[name, context(name)]])));
  const parsed = stackSettingsSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new StackSettingsInvalid(`The stack cannot be built from this context: ${faults.join('; ')}.`);
}
