import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { synthesize, theOne } from './synthesize.ts';

const template = synthesize({ alarmEmail: 'ops@example.com', runbookUrl: 'https://example.com/operations' });

interface AlarmProperties {
  AlarmName: string;
  AlarmDescription: string;
  AlarmActions: unknown[];
  OKActions: unknown[];
  Threshold: number;
  EvaluationPeriods: number;
  TreatMissingData: string;
  ComparisonOperator: string;
}
const alarms = Object.values(template.findResources('AWS::CloudWatch::Alarm')).map(({ Properties }) => Properties as AlarmProperties);

const propertiesOf = (name: string): Record<string, unknown> => theOne(template, 'AWS::CloudWatch::Alarm', `Alarm${name}`).properties;
/** How a template speaks of the name of something that it makes. */
const attributeOf = (id: string, name: string) => (name === 'QueueName' ? { 'Fn::GetAtt': [id, name] } : { Ref: id });

describe('an operator hears', () => {
  test.each([
    ['of whatever lies in the dead-letter queue', 'DeadLetters', ['ApproximateNumberOfMessagesVisible'], 1],
    ['of an upload that nobody answers', 'UploadUnanswered', ['OldestUnansweredUploadSeconds'], 3_600],
    ['of an import that stopped', 'ImportStopped', ['ImportsStopped'], 1],
    ['of an import that was refused', 'ImportRefused', ['ImportsRefused'], 1],
    ['of rows and links of which nobody knows', 'RowsUnknown', ['RowsOrLinksUnknown'], 1],
    ['of credentials that klikit refuses', 'CredentialsRefused', ['KlikitCredentialsRefused'], 1],
    ['of calls that are too many for klikit', 'KlikitThrottles', ['KlikitCalls', 'KlikitThrottled'], 20],
    ['of errors', 'FunctionErrors', ['Errors', 'Errors', 'DurableExecutionFailed', 'DurableExecutionTimedOut', 'DeadLetterErrors'], 1],
    ['of imports that wait for others', 'FunctionThrottled', ['Throttles'], 1],
  ])('%s', (_, name, metrics, threshold) => {
    const alarm = alarms.find(({ AlarmName }) => AlarmName === `MenuImport-${name}`);
    expect(alarm).toMatchObject({ Threshold: threshold, ComparisonOperator: 'GreaterThanOrEqualToThreshold' });
    expect(JSON.stringify(alarm).match(/(?<="MetricName":")\w+/g)).toEqual(metrics);
  });

  test('of all that, for the right function and queue, over the right time', () => {
    const dimension = (type: string, id: string, name: string) => [{ Name: name, Value: attributeOf(theOne(template, type, id).id, name) }];
    const menuImport = dimension('AWS::Lambda::Function', 'MenuImport', 'FunctionName');
    const sweep = dimension('AWS::Lambda::Function', 'Sweep', 'FunctionName');
    expect(propertiesOf('DeadLetters')).toMatchObject({
      Namespace: 'AWS/SQS',
      Dimensions: dimension('AWS::SQS::Queue', 'DeadLetters', 'QueueName'),
      Statistic: 'Maximum',
      Period: 300,
      EvaluationPeriods: 1,
    });
    expect(propertiesOf('FunctionThrottled')).toMatchObject({
      Namespace: 'AWS/Lambda',
      Dimensions: menuImport,
      Statistic: 'Sum',
      Period: 300,
      DatapointsToAlarm: 3,
      EvaluationPeriods: 4,
    });
    expect(propertiesOf('UploadUnanswered')).toMatchObject({ Statistic: 'Maximum', Period: 900, EvaluationPeriods: 2 });
    const throttles = propertiesOf('KlikitThrottles')['Metrics'] as { MetricStat?: { Period: number; Stat: string } }[];
    expect(throttles.flatMap(({ MetricStat }) => MetricStat ?? [])).toMatchObject([
      { Period: 900, Stat: 'Sum' },
      { Period: 900, Stat: 'Sum' },
    ]);
    const { Metrics, ...errors } = propertiesOf('FunctionErrors');
    expect(errors).toMatchObject({ EvaluationPeriods: 1 });
    const [sum, ...counted] = Metrics as [{ Expression: string }, ...{ MetricStat: { Metric: object; Period: number; Stat: string } }[]];
    expect(sum.Expression).toBe('SUM(METRICS())');
    expect(counted.map(({ MetricStat }) => MetricStat)).toEqual(
      [
        ['Errors', menuImport],
        ['Errors', sweep],
        ['DurableExecutionFailed', menuImport],
        ['DurableExecutionTimedOut', menuImport],
        ['DeadLetterErrors', menuImport],
      ].map(([MetricName, Dimensions]) => ({ Metric: { Namespace: 'AWS/Lambda', MetricName, Dimensions }, Period: 300, Stat: 'Sum' })),
    );
  });

  test('of nothing else', () => {
    expect(alarms).toHaveLength(9);
  });

  test('of silence, where a sweep that does not run would be taken for peace', () => {
    const deaf = alarms.filter(({ TreatMissingData }) => TreatMissingData === 'breaching');
    expect(deaf.map(({ AlarmName }) => AlarmName)).toEqual(['MenuImport-UploadUnanswered']);
    expect(alarms.filter(({ TreatMissingData }) => TreatMissingData === 'notBreaching')).toHaveLength(8);
  });

  test('by mail, when it goes off and when it is over', () => {
    const topic = { Ref: theOne(template, 'AWS::SNS::Topic', 'Alarms').id };
    for (const { AlarmActions, OKActions } of alarms) expect([AlarmActions, OKActions]).toEqual([[topic], [topic]]);
    expect(theOne(template, 'AWS::SNS::Subscription', '').properties).toMatchObject({
      Protocol: 'email',
      Endpoint: 'ops@example.com',
      TopicArn: topic,
    });
  });

  test('what to do: each alarm names its place in operations.md, which is there', () => {
    const operations = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8');
    const headings = [...operations.matchAll(/^###? (\w+)$/gm)].map(([, heading = '']) => heading);
    for (const { AlarmName, AlarmDescription } of alarms) {
      const heading = AlarmName.replace('MenuImport-', '');
      expect(headings).toContain(heading);
      expect(AlarmDescription).toMatch(new RegExp(`^[^:]+\\. What to do: https://example\\.com/operations#${heading.toLowerCase()}$`));
    }
  });
});
