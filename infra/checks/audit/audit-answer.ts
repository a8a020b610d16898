import * as z from 'zod';

/** From the least to the worst. */
export const severities = ['info', 'low', 'moderate', 'high', 'critical'] as const;
const severity = z.enum(severities);
export type Severity = z.infer<typeof severity>;

const advisory = z.object({ source: z.number(), name: z.string(), title: z.string(), url: z.string(), severity, range: z.string() });

/** A package, what is known against it (a name: it depends on that one), and where it is installed. */
const vulnerability = z.object({
  name: z.string(),
  severity,
  via: z.array(z.union([z.string(), advisory])).min(1),
  nodes: z.array(z.string()).min(1),
});

const count = z.int().nonnegative();

/** What `npm audit --json` prints when all went well, whether or not it found something. */
export const auditAnswer = z.object({
  auditReportVersion: z.literal(2),
  vulnerabilities: z.record(z.string(), vulnerability),
  metadata: z.object({
    vulnerabilities: z.object({ info: count, low: count, moderate: count, high: count, critical: count, total: count }),
    dependencies: z.object({ total: count }),
  }),
});
export type AuditAnswer = z.infer<typeof auditAnswer>;

/** What it prints when the registry could not be asked. It has a message, and often another sentence of what to do. */
export const auditError = z.object({
  message: z.string().optional(),
  error: z.object({ code: z.string().optional(), summary: z.string().optional() }),
});
