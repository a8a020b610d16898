import { Aws, Duration } from 'aws-cdk-lib';
import {
  type Alarm,
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  LogQueryVisualizationType,
  LogQueryWidget,
  Stats,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { callMetrics, importMetrics, sweepMetrics } from '../functions/menu-import/metrics/metric-names.ts';
import { stackMetric } from './stack-metric.ts';

interface DashboardSources {
  stackName: string;
  alarms: Alarm[];
  /** Of the import. What a merchant's imports came to is read from here, which costs nothing until somebody looks. */
  log: ILogGroup;
}

const whole = 24;
const half = whole / 2;

/** Is it working, for whom not, and how slow is it? One row of widgets for each question. */
export function dashboard(scope: Construct, { stackName, alarms, log }: DashboardSources): Dashboard {
  const ours = (metricName: string, label: string, statistic: string = Stats.SUM) =>
    stackMetric(stackName, metricName, { label, statistic, period: Duration.minutes(15) });
  // Names of dashboards are the account's, in all of its regions.
  const board = new Dashboard(scope, 'Dashboard', { dashboardName: `${stackName}-${Aws.REGION}`, defaultInterval: Duration.days(1) });

  board.addWidgets(new AlarmStatusWidget({ title: 'Is it working?', alarms, width: whole, height: 4 }));
  board.addWidgets(
    new GraphWidget({
      title: 'Imports, by how they ended',
      stacked: true,
      width: half,
      left: [
        ours(importMetrics.completed, 'completed'),
        ours(importMetrics.withIssues, 'with issues'),
        ours(importMetrics.refused, 'refused'),
        ours(importMetrics.stopped, 'stopped'),
      ],
    }),
    new GraphWidget({
      title: 'Rows, by what became of them',
      stacked: true,
      width: half,
      left: [
        ours(importMetrics.rowsCreated, 'created'),
        ours(importMetrics.rowsUnchanged, 'unchanged'),
        ours(importMetrics.rowsFailed, 'failed'),
        ours(importMetrics.rowsNotAttempted, 'not attempted'),
        ours(importMetrics.unknown, 'unknown, links included'),
      ],
    }),
  );
  board.addWidgets(
    new LogQueryWidget({
      title: 'For whom not? Imports that were refused, stopped, or left something unknown',
      logGroupNames: [log.logGroupName],
      view: LogQueryVisualizationType.TABLE,
      width: whole,
      queryLines: [
        'fields @timestamp, merchant, outcome, reason, failed, unknown + links_unknown as notKnown, importId',
        'filter message = "import finished" and (outcome in ["refused", "stopped"] or unknown > 0 or links_unknown > 0)',
        'sort @timestamp desc',
        'limit 100',
      ],
    }),
  );
  board.addWidgets(
    new GraphWidget({
      title: 'How slow? Seconds from the first turn of an import to its end',
      width: half,
      left: [ours(importMetrics.seconds, 'half of them within', Stats.p(50)), ours(importMetrics.seconds, '95 of 100 within', Stats.p(95))],
    }),
    new GraphWidget({
      title: 'How slow? Age of the oldest upload without a report, in seconds',
      width: half,
      left: [ours(sweepMetrics.oldestUnanswered, 'oldest', Stats.MAXIMUM)],
      right: [ours(sweepMetrics.startedAgain, 'started again')],
    }),
    new GraphWidget({
      title: 'What klikit answers',
      width: whole,
      left: [ours(callMetrics.calls, 'calls')],
      right: [ours(callMetrics.throttled, 'too many (429)'), ours(callMetrics.credentialsRefused, 'credentials refused (401, 403)')],
    }),
  );
  return board;
}
