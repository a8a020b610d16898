import * as z from 'zod';
import { isSafeOrigin } from '../functions/menu-import/environment.ts';
import { merchantPattern } from '../functions/menu-import/parse-event.ts';
import { functionSettingsSchema } from './function-settings.ts';
import { parseJson } from './parse-json.ts';
import { reimportSchema } from './reimport-settings.ts';

/** CloudFormation takes 500 resources a stack: two a merchant, and sixty for all of them. More merchants are a second stack, with a name of its own. */
const mostMerchants = 200;

const merchantName = z.string().trim().regex(merchantPattern, 'small letters, digits and hyphens, at most 63, for example warung-hoshi');

const merchantSettings = z.strictObject({
  /** When everything that the merchant has uploaded is imported once more. Without it, uploads only. */
  reimport: reimportSchema.optional(),
});

/** `demo,warung-hoshi` is short for `{"demo":{},"warung-hoshi":{}}`. */
const asMerchants = (value: unknown): unknown => {
  if (typeof value !== 'string' || value.trim().startsWith('{')) return parseJson(value);
  const names = value.split(',').map((name) => name.trim());
  return new Set(names).size === names.length ? Object.fromEntries(names.map((name) => [name, {}])) : names;
};

/** What a deployment chooses; CDK context, in cdk.json or by `-c name=value`. */
const stackSettingsSchema = z.object({
  /** By name: each gets a secret, `klikit/{merchant}`, and a folder, `uploads/{merchant}/`. */
  merchants: z.preprocess(
    asMerchants,
    z
      .record(merchantName, merchantSettings, { error: 'names, each once, or {"name":{...}}' })
      .refine((merchants) => Object.keys(merchants).length > 0, 'at least one merchant')
      .refine(
        (merchants) => Object.keys(merchants).length <= mostMerchants,
        `at most ${mostMerchants} a stack; deploy a second one, with -c stackName=...`,
      ),
  ),
  klikitApiUrl: z.url().refine((url) => isSafeOrigin(new URL(url)) && url.startsWith('https:'), 'must be https'),
  /** Environment variables of the function that differ from their defaults: `{"DEFAULT_CURRENCY":"IDR"}`. */
  functionSettings: functionSettingsSchema.default({}),
  /** So many imports at a time, at most, and so many are kept free for them. Without it, they share what the account has. */
  reservedConcurrency: z.coerce.number('a whole number, 1 or more').int('a whole number').min(1, '1 or more').optional(),
  /** Who is mailed when an alarm goes off or ends. */
  alarmEmail: z.email().optional(),
  /** Where people find `docs/operations.md`; each alarm names its place there. */
  runbookUrl: z.string().default('docs/operations.md'),
  /** Uploads, results and secrets are encrypted with a key of this account's own instead of AWS's. */
  customerManagedKey: z.stringbool().or(z.boolean()).default(false),
  stackName: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9-]{0,63}$/, 'letters, digits and hyphens, at most 64')
    .default('MenuImport'),
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
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${reason(issue)}`);
  throw new StackSettingsInvalid(`The stack cannot be built from this context: ${faults.join('; ')}.`);
}

/** Of a wrong key, what is wrong with it, and not only that it is. */
function reason(issue: z.core.$ZodIssue): string {
  return issue.code === 'invalid_key' ? issue.issues.map(({ message }) => message).join(', ') : issue.message;
}
