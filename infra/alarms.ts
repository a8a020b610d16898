import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { type AlarmSources, alarmList } from './alarm-list.ts';

interface AlarmSettings {
  alarmEmail?: string | undefined;
  runbookUrl: string;
}

export interface Alarms {
  topic: Topic;
  alarms: Alarm[];
}

/** Every alarm, and the topic that tells of each when it goes off and when it is over. */
export function alarms(scope: Construct, sources: AlarmSources, { alarmEmail, runbookUrl }: AlarmSettings): Alarms {
  const topic = new Topic(scope, 'Alarms', { displayName: `${sources.stackName} menu import`, enforceSSL: true });
  if (alarmEmail !== undefined) topic.addSubscription(new EmailSubscription(alarmEmail));
  acknowledge(topic, {
    'Serverless-SNSRedrivePolicy': 'A mail that cannot be delivered is of no use in a queue; the alarm shows on the dashboard, too.',
  });

  const made = alarmList(sources).map(({ name, because, metric, threshold, periods = 1, missing = TreatMissingData.NOT_BREACHING }) => {
    const alarm = new Alarm(scope, `Alarm${name}`, {
      alarmName: `${sources.stackName}-${name}`,
      alarmDescription: `${because} What to do: ${runbookUrl}#${name.toLowerCase()}`,
      metric,
      threshold,
      evaluationPeriods: periods,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: missing,
    });
    const tell = new SnsAction(topic);
    alarm.addAlarmAction(tell);
    alarm.addOkAction(tell);
    return alarm;
  });
  return { topic, alarms: made };
}
