import * as z from 'zod';
import { merchantDimension, metricNamespace, stackDimension } from '../../functions/menu-import/metrics/metric-names.ts';

const name = z.string().min(1).max(1_024);

/** What the specification of the embedded metric format asks of a line, as far as these use it. */
const documentSchema = z.looseObject({
  _aws: z.strictObject({
    /** Milliseconds: fourteen days back, two hours ahead. */
    Timestamp: z
      .int()
      .min(Date.now() - 14 * 86_400_000)
      .max(Date.now() + 2 * 3_600_000),
    CloudWatchMetrics: z.tuple([
      z.strictObject({
        Namespace: z.literal(metricNamespace),
        Dimensions: z.array(z.array(name).max(30)).min(1),
        Metrics: z
          .array(z.strictObject({ Name: name, Unit: z.enum(['Count', 'Seconds']) }))
          .min(1)
          .max(100),
      }),
    ]),
  }),
});

/** Reads a line as CloudWatch does: what it names must be its own member. Throws where it is no metrics. */
export function expectEmbeddedMetrics(line = '') {
  const document = documentSchema.parse(JSON.parse(line));
  const [{ Dimensions: dimensions, Metrics: metrics }] = document._aws.CloudWatchMetrics;
  const values = Object.fromEntries(metrics.map(({ Name }) => [Name, z.number().parse(document[Name])]));
  const named = Object.fromEntries(dimensions.flat().map((dimension) => [dimension, name.parse(document[dimension])]));
  const { [stackDimension]: stack, [merchantDimension]: merchant } = named;
  return { values, dimensions, stack, ...(merchant === undefined ? {} : { merchant }) };
}

/** The metrics among the lines of a log. */
export function metricsAmong(lines: readonly string[]) {
  return lines.filter((line) => line.includes('"_aws"')).map((line) => expectEmbeddedMetrics(line));
}
