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

describe('an operator hears', () => {
  test.each([
    ['of whatever lies in the dead-letter queue', 'DeadLetters', ['ApproximateNumberOfMessagesVisible'], 1],
    ['of an upload that nobody answers', 'UploadUnanswered', ['OldestUnansweredUploadSeconds'], 3_600],
    ['of an import that stopped', 'ImportStopped', ['ImportsStopped'], 1],
    ['of an import that was refused', 'ImportRefused', ['ImportsRefused'], 1],
    ['of rows and links of which nobody knows', 'RowsUnknown', ['RowsOrLinksUnknown'], 1],
    ['of credentials that klikit refuses', 'CredentialsRefused', ['KlikitCredentialsRefused'], 1],
    ['of calls that are too many for klikit', 'KlikitThrottles', ['KlikitCalls', 'KlikitThrottled'], 20],
    ['of errors', 'FunctionErrors', ['Errors', 'Errors', 'DurableExecutionFailed', 'DurableExecutionTimedOut'], 1],
    ['of imports that wait for others', 'FunctionThrottled', ['Throttles'], 1],
  ])('%s', (_, name, metrics, threshold) => {
    const alarm = alarms.find(({ AlarmName }) => AlarmName === `MenuImport-${name}`);
    expect(alarm).toMatchObject({ Threshold: threshold, ComparisonOperator: 'GreaterThanOrEqualToThreshold' });
    expect(JSON.stringify(alarm).match(/(?<="MetricName":")\w+/g)).toEqual(metrics);
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

describe('the dashboard', () => {
  const body = JSON.stringify(theOne(template, 'AWS::CloudWatch::Dashboard', 'Dashboard').properties.DashboardBody);

  test.each(['Is it working?', 'For whom not?', 'How slow?'])('answers: %s', (question) => {
    expect(body).toContain(question);
  });

  test('shows every alarm', () => {
    for (const id of Object.keys(template.findResources('AWS::CloudWatch::Alarm'))) expect(body).toContain(id);
  });
});
