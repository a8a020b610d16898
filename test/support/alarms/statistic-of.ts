import { metricNamespace } from '../../../functions/menu-import/metrics/metric-names.ts';
import type { metricsAmong } from '../embedded-metrics.ts';

/** The metrics that were sent within one period of an alarm. */
export type Period = ReturnType<typeof metricsAmong>;

interface AskedMetric {
  Namespace: string;
  MetricName: string;
  Dimensions: readonly { Name: string; Value: string }[];
}

/**
 * What CloudWatch makes of a metric in a period; `undefined` where nothing was sent. A metric is its name with exactly these
 * dimensions: what was sent with one more is another metric.
 */
export function statisticOf(
  { Namespace, MetricName, Dimensions }: AskedMetric,
  statistic: 'Sum' | 'Maximum',
  period: Period,
): number | undefined {
  if (Namespace !== metricNamespace) throw new Error(`${Namespace} is not ours`);
  const asked = Dimensions.map(({ Name, Value }) => `${Name}=${Value}`).toSorted();
  const values = period.flatMap(({ values: { [MetricName]: value }, dimensions, ...named }) => {
    const sent = dimensions.map((set) => set.map((name) => `${name}=${String(Object.entries(named).find(([key]) => key === name)?.[1])}`));
    return value !== undefined && sent.some((set) => set.toSorted().join() === asked.join()) ? [value] : [];
  });
  if (values.length === 0) return undefined;
  return statistic === 'Sum' ? values.reduce((sum, value) => sum + value, 0) : Math.max(...values);
}
