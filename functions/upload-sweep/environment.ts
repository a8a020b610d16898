import * as z from 'zod';
import { EnvironmentInvalid } from '../menu-import/environment.ts';

const whole = z.coerce.number().int();

/** Types the CDK `environment`, and is parsed once at cold start. */
const sweepEnvironmentSchema = z
  .object({
    UPLOADS_BUCKET: z.string().min(3),
    RESULTS_BUCKET: z.string().min(3),
    /** The alias of the importer. Durable executions start by an alias or a version only. */
    IMPORT_FUNCTION_ARN: z.string().min(1),
    /** Tells the metrics of one deployment from those of another in the same account. */
    STACK_NAME: z.string().min(1),
    /** An upload that is younger may still be answered by its own event. */
    GRACE_MINUTES: whole.min(1).max(1_440).default(30),
    /** Older uploads are not looked at. */
    LOOKBACK_DAYS: whole.min(1).max(90).default(3),
    /** An upload is started again once in so many hours, at most. */
    RETRY_HOURS: whole.min(1).max(168).default(6),
  })
  .refine(({ GRACE_MINUTES, LOOKBACK_DAYS }) => GRACE_MINUTES < LOOKBACK_DAYS * 1_440, {
    path: ['GRACE_MINUTES'],
    message: 'must end before LOOKBACK_DAYS do',
  });

export type SweepEnvironment = z.infer<typeof sweepEnvironmentSchema>;

/** The settings by name and text, as a process or a CDK construct holds them. */
export type SweepEnvironmentSource = Partial<Record<keyof SweepEnvironment, string>>;

/** Reads the settings, once. Throws `EnvironmentInvalid`. */
export function parseSweepEnvironment(source: Readonly<Record<string, string | undefined>>): SweepEnvironment {
  const parsed = sweepEnvironmentSchema.safeParse(source);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((fault) => `${fault.path.join('.')}: ${fault.message}`);
  throw new EnvironmentInvalid(`The settings of the sweep are not usable: ${faults.join('; ')}.`);
}
