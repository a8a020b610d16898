import { ArnFormat, Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
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
  // The policy that allows TLS only takes the place of the one that lets alarms of the same account in.
  topic.addToResourcePolicy(letAlarmsIn(topic));
  if (alarmEmail !== undefined) topic.addSubscription(new EmailSubscription(alarmEmail));
  acknowledge(topic, {
    'Serverless-SNSRedrivePolicy': 'A mail that cannot be delivered is of no use in a queue; the alarm shows on the dashboard, too.',
  });

  const made = alarmList(sources).map(
    ({ name, because, metric, threshold, periods = 1, of = periods, missing = TreatMissingData.NOT_BREACHING }) => {
      const alarm = new Alarm(scope, `Alarm${name}`, {
        alarmName: `${sources.stackName}-${name}`,
        alarmDescription: `${because} What to do: ${runbookUrl}#${name.toLowerCase()}`,
        metric,
        threshold,
        evaluationPeriods: of,
        ...(of === periods ? {} : { datapointsToAlarm: periods }),
        comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        treatMissingData: missing,
      });
      const tell = new SnsAction(topic);
      alarm.addAlarmAction(tell);
      alarm.addOkAction(tell);
      return alarm;
    },
  );
  return { topic, alarms: made };
}

function letAlarmsIn(topic: Topic): PolicyStatement {
  const stack = Stack.of(topic);
  const alarmsHere = stack.formatArn({
    service: 'cloudwatch',
    resource: 'alarm',
    resourceName: '*',
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
  return new PolicyStatement({
    principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
    actions: ['sns:Publish'],
    resources: [topic.topicArn],
    conditions: { StringEquals: { 'aws:SourceAccount': stack.account }, ArnLike: { 'aws:SourceArn': alarmsHere } },
  });
}
