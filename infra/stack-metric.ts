import { Metric, type MetricOptions, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { metricNamespace, stackDimension } from '../functions/menu-import/metrics/metric-names.ts';

/** A metric of our own, as the functions of this stack send it. @default the sum */
export function stackMetric(stackName: string, metricName: string, options: MetricOptions): Metric {
  return new Metric({
    namespace: metricNamespace,
    metricName,
    dimensionsMap: { [stackDimension]: stackName },
    statistic: Stats.SUM,
    ...options,
  });
}
