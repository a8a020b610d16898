import { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression, Metric, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { callMetrics, importMetrics, sweepMetrics } from '../functions/menu-import/metrics/metric-names.ts';
import { stackMetric } from './stack-metric.ts';

export interface AlarmSources {
  menuImport: IFunction;
  sweep: IFunction;
  deadLetters: IQueue;
  stackName: string;
}

/** One alarm. Its name is also its heading in docs/operations.md, where its runbook stands. */
export interface AlarmDefinition {
  name: string;
  /** What has happened, in one sentence. */
  because: string;
  metric: IMetric;
  /** It goes off at this value, or above. */
  threshold: number;
  /** In so many periods. @default 1 */
  periods?: number;
  /** Of so many. @default in a row */
  of?: number;
  /** @default silence is peace */
  missing?: TreatMissingData;
}

const soon = Duration.minutes(5);
const later = Duration.minutes(15);

/** What must be heard of. */
export function alarmList({ menuImport, sweep, deadLetters, stackName }: AlarmSources): AlarmDefinition[] {
  const ours = (metricName: string, period: Duration = soon, statistic: string = Stats.SUM) =>
    stackMetric(stackName, metricName, { period, statistic });
  const ofExecutions = (metricName: string) =>
    new Metric({
      namespace: 'AWS/Lambda',
      metricName,
      dimensionsMap: { FunctionName: menuImport.functionName },
      statistic: Stats.SUM,
      period: soon,
    });

  return [
    {
      name: 'DeadLetters',
      because: 'An event or an import came to no end, and lies in the dead-letter queue.',
      metric: deadLetters.metricApproximateNumberOfMessagesVisible({ period: soon, statistic: Stats.MAXIMUM }),
      threshold: 1,
    },
    {
      name: 'UploadUnanswered',
      because: 'An upload has no report for more than an hour, or the sweep that looks for such does not run.',
      metric: ours(sweepMetrics.oldestUnanswered, later, Stats.MAXIMUM),
      threshold: 3_600,
      periods: 2,
      missing: TreatMissingData.BREACHING,
    },
    {
      name: 'ImportStopped',
      because: 'An import stopped itself, because klikit could not be used any longer.',
      metric: ours(importMetrics.stopped),
      threshold: 1,
    },
    {
      name: 'ImportRefused',
      because: 'A file was refused before anything was sent, or the secret of its merchant is of no use.',
      metric: ours(importMetrics.refused),
      threshold: 1,
    },
    {
      name: 'RowsUnknown',
      because: 'Nobody knows whether klikit has a row or a link that was sent.',
      metric: ours(importMetrics.unknown),
      threshold: 1,
    },
    {
      name: 'CredentialsRefused',
      because: 'klikit refused the credentials of a merchant (401, 403).',
      metric: ours(callMetrics.credentialsRefused),
      threshold: 1,
    },
    {
      name: 'KlikitThrottles',
      because: 'klikit refused a fifth of the calls, or more, because they were too many (429).',
      // To find klikit's cap, an import runs into some twenty refusals, which of few calls are many. A slice tells of its calls when it ends, up to a quarter of an hour later.
      metric: new MathExpression({
        expression: 'IF(calls >= 200, 100 * throttled / calls, 0)',
        usingMetrics: { calls: ours(callMetrics.calls, later), throttled: ours(callMetrics.throttled, later) },
        label: 'refused as too many, in percent',
        period: later,
      }),
      threshold: 20,
    },
    {
      name: 'FunctionErrors',
      because: 'A function failed, or an import ended without a report, or its event could not be put into the dead-letter queue.',
      // A failed execution is no error of an invocation: the service takes it for an answer.
      metric: new MathExpression({
        expression: 'SUM(METRICS())',
        usingMetrics: {
          invocations: menuImport.metricErrors({ period: soon }),
          sweeps: sweep.metricErrors({ period: soon }),
          failed: ofExecutions('DurableExecutionFailed'),
          timedOut: ofExecutions('DurableExecutionTimedOut'),
          undelivered: menuImport.metric('DeadLetterErrors', { statistic: Stats.SUM, period: soon }),
        },
        label: 'errors',
        period: soon,
      }),
      threshold: 1,
    },
    {
      name: 'FunctionThrottled',
      because: 'More imports want to run than may run at once, for a quarter of an hour.',
      metric: menuImport.metricThrottles({ period: soon }),
      threshold: 1,
      // An event that was refused is offered again after up to five minutes, so a period may see none.
      periods: 3,
      of: 4,
    },
  ];
}
