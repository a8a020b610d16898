import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { callMetrics, importMetrics, sweepMetrics } from './metric-names.ts';
import { merchantDimension, metricNamespace, stackDimension } from './metric-names.ts';

type ValueOf<T> = T[keyof T];
type MetricName = ValueOf<typeof importMetrics> | ValueOf<typeof callMetrics> | ValueOf<typeof sweepMetrics>;

/** One value each. They are counts, or seconds where the name says so. */
export type MetricValues = Partial<Record<MetricName, number>>;

/** Sends values for the stack; where a merchant is named, for the stack and for that merchant. */
export type SendMetrics = (values: MetricValues, merchant?: string) => void;

/**
 * Metrics as lines of the log in CloudWatch's embedded metric format. Powertools makes the document, and knows its limits. The line
 * is written by us: its own way to the log is a console of its own, which neither the local log nor a test could have.
 */
export function sendMetricsTo(write: (line: string) => void, now: () => Date, stack: string): SendMetrics {
  return (values, merchant) => {
    const at = now();
    const metrics = new Metrics({ namespace: metricNamespace });
    // Powertools begins with a dimension `service`, by which nobody asks.
    metrics.clearDefaultDimensions();
    metrics.setDefaultDimensions({ [stackDimension]: stack });
    // A set that adds nothing is the stack alone: once there is another, Powertools would leave it out.
    if (merchant !== undefined) metrics.addDimensions({}).addDimensions({ [merchantDimension]: merchant });
    for (const [name, value] of Object.entries(values)) metrics.addMetric(name, unitOf(name), value);
    // What every line of the log has, so that one query reads them all.
    metrics.addMetadata('timestamp', at.toISOString()).addMetadata('level', 'INFO').addMetadata('message', 'metrics');
    write(JSON.stringify(metrics.setTimestamp(at).serializeMetrics()));
  };
}

function unitOf(name: string): 'Seconds' | 'Count' {
  return name.endsWith('Seconds') ? MetricUnit.Seconds : MetricUnit.Count;
}
