import * as z from 'zod';
import { readLimitsSchema } from './read-limits-schema.ts';

const percent = z.coerce.number().min(0).max(100);
const whole = z.coerce.number().int();

/** `https` everywhere; `http` only to this very machine, where the local stack listens. */
export function isSafeOrigin(url: URL): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname));
}

/** `undefined` where the text is no JSON, which no schema of an object takes. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The function's settings: types the CDK `environment`, and is parsed once at cold start. */
export const environmentSchema = z.object({
  UPLOADS_BUCKET: z.string().min(3),
  RESULTS_BUCKET: z.string().min(3),
  /** klikit's origin. Paths are added by the client. */
  KLIKIT_API_URL: z.url().refine((url) => isSafeOrigin(new URL(url)), 'must be https, or http on this machine'),
  /** A merchant's secret is named `{prefix}{merchant}`. */
  KLIKIT_SECRET_PREFIX: z.string().default('klikit/'),
  /** What a row gets where neither it nor the workbook's settings say otherwise. */
  DEFAULT_CURRENCY: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  DEFAULT_LANGUAGE: z
    .string()
    .regex(/^[a-z]{2}$/)
    .default('en'),
  DEFAULT_VAT_PERCENT: percent.default(0),
  /** Provider ids, separated by commas. klikit's own marketplace is `1`. */
  DEFAULT_VISIBLE_ON: z
    .string()
    .regex(/^\d+(,\d+)*$/)
    .default('1'),
  /** Two names that klikit does not publish; see `klikit/wire-names.ts`. */
  KLIKIT_SKU_FIELD: z
    .string()
    .regex(/^[A-Za-z]\w*$/)
    .default('skuID'),
  KLIKIT_PREPARATION_FIELD: z
    .string()
    .regex(/^[A-Za-z]\w*$/)
    .default('preparationTime'),
  /** Calls in flight at once, at most: how many there are is found while they fly. */
  MAX_CONCURRENCY: whole.min(1).max(32).default(32),
  /** How long one call may take. Less than what a slice leaves of the function's time for what it has begun, see `shell/slice-ends-at.ts`. */
  REQUEST_TIMEOUT_MS: whole.min(100).max(50_000).default(30_000),
  /** Pauses that klikit asks for, added up without progress between them, before the import stops itself. */
  MAX_PAUSE_SECONDS: z.coerce.number().min(0).max(86_400).default(900),
  /** What is done with a write that was sent and never answered: `resend` it with the same key, or `report` it as unknown. */
  IN_DOUBT: z.enum(['resend', 'report']).default('resend'),
  /** So many writes are named in the ledger at once, before the first of them is sent. */
  CHUNK_SIZE: whole.min(1).max(500).default(100),
  /** For so long after it was named, a write may be sent; whoever takes over after a crash waits for it. */
  SEND_WINDOW_MS: whole.min(100).max(600_000).default(60_000),
  /** By how much the clocks of two machines may differ. */
  CLOCK_MARGIN_MS: whole.min(0).max(60_000).default(5_000),
  /** Limits of reading that differ from their defaults, as JSON: `{"maxRows":5000}`. See `workbook/limits.ts`. */
  READ_LIMITS: z.string().default('{}').transform(parseJson).pipe(readLimitsSchema),
  /** Tells the metrics of one deployment from those of another in the same account. */
  STACK_NAME: z.string().min(1).default('local'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
});

export type Environment = z.infer<typeof environmentSchema>;

/** The settings by name and text, as a process or a CDK construct holds them. */
export type EnvironmentSource = Partial<Record<keyof Environment, string>>;

/** The deployment's settings are missing or malformed. Names the settings, never their values. */
export class EnvironmentInvalid extends Error {
  override readonly name = 'EnvironmentInvalid';
}

/** Reads the settings, once. Throws `EnvironmentInvalid`. */
export function parseEnvironment(source: Readonly<Record<string, string | undefined>>): Environment {
  const parsed = environmentSchema.safeParse(source);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((fault) => `${fault.path.join('.')}: ${fault.message}`);
  throw new EnvironmentInvalid(`The settings of the function are not usable: ${faults.join('; ')}.`);
}
