import { App } from 'aws-cdk-lib';
import { Match, type Template } from 'aws-cdk-lib/assertions';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseEnvironment } from '../../functions/menu-import/environment.ts';
import { parseSweepEnvironment } from '../../functions/upload-sweep/environment.ts';
import { MenuImportStack } from '../../infra/menu-import-stack.ts';
import { parseStackSettings } from '../../infra/stack-settings.ts';
import { synthesize, theOne, usualContext } from './synthesize.ts';

let template: Template;

beforeAll(() => {
  template = synthesize({ reservedConcurrency: '5' });
});

const functionNamed = (id: string) => theOne(template, 'AWS::Lambda::Function', id);
const logicalId = (type: string, prefix: string) => theOne(template, type, prefix).id;
const alias = () => ({ Ref: logicalId('AWS::Lambda::Alias', 'Live') });

/** What the process of a function would see: names that are not known yet are some text. */
function environmentOf(id: string): Record<string, string> {
  const variables = functionNamed(id).properties.Environment.Variables as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [name, typeof value === 'string' ? value : 'resolved-at-deployment']),
  );
}

describe('the function', () => {
  test('runs on Node 24, ARM, for at most fifteen minutes, so many at a time as the deployment says', () => {
    expect(functionNamed('MenuImport').properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Timeout: 900,
      MemorySize: 1_024,
      ReservedConcurrentExecutions: 5,
      Handler: 'handler.handler',
    });
    expect(theOne(synthesize(), 'AWS::Lambda::Function', 'MenuImport').properties).not.toHaveProperty('ReservedConcurrentExecutions');
  });

  test('is durable: an import may take a week, and what its slices returned is kept for two more', () => {
    expect(functionNamed('MenuImport').properties.DurableConfig).toEqual({ ExecutionTimeout: 7 * 24 * 3_600, RetentionPeriodInDays: 14 });
  });

  test('has no name of its own, as CloudFormation could not replace it then', () => {
    for (const { Properties } of Object.values(template.findResources('AWS::Lambda::Function'))) {
      expect(Properties).not.toHaveProperty('FunctionName');
    }
  });

  test('has an alias, whose versions outlive the deployment that made them', () => {
    const version = theOne(template, 'AWS::Lambda::Version', 'MenuImport');
    expect(version.resource).toMatchObject({ DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' });
    const { properties, resource } = theOne(template, 'AWS::Lambda::Alias', 'Live');
    expect(properties).toMatchObject({ Name: 'live', FunctionVersion: { 'Fn::GetAtt': [version.id, 'Version'] } });
    // No event before it may write down how far it is.
    expect(resource['DependsOn']).toEqual([logicalId('AWS::IAM::Policy', 'MenuImportDurableState')]);
  });

  test('hands what came to no end to a queue, which keeps it for two weeks', () => {
    const queue = theOne(template, 'AWS::SQS::Queue', 'DeadLetters');
    expect(functionNamed('MenuImport').properties.DeadLetterConfig).toEqual({ TargetArn: { 'Fn::GetAtt': [queue.id, 'Arn'] } });
    expect(queue.properties).toEqual({ MessageRetentionPeriod: 14 * 24 * 3_600, SqsManagedSseEnabled: true });
    expect(queue.resource['DeletionPolicy']).toBe('RetainExceptOnCreate');
  });

  test('has settings that its own schema accepts, those of the deployment among them', () => {
    expect(parseEnvironment(environmentOf('MenuImport'))).toMatchObject({
      KLIKIT_API_URL: 'https://api.dev.shadowchef.co',
      DEFAULT_CURRENCY: 'IDR',
      MAX_CONCURRENCY: 16,
      STACK_NAME: 'MenuImport',
    });
  });

  test('is refused at synth with settings that it would refuse at its cold start', () => {
    const settings = { ...parseStackSettings((name) => usualContext[name]), klikitApiUrl: 'http://api.dev.shadowchef.co' };
    expect(() => new MenuImportStack(new App(), 'Test', settings)).toThrow('KLIKIT_API_URL');
  });
});

describe('the sweep', () => {
  test('looks every fifteen minutes, and starts imports by the alias', () => {
    const { id, properties } = functionNamed('Sweep');
    expect(properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'], Timeout: 300, MemorySize: 512 });
    expect(properties.Environment.Variables.IMPORT_FUNCTION_ARN).toEqual(alias());
    expect(theOne(template, 'AWS::Scheduler::Schedule', 'SweepSchedule').properties).toMatchObject({
      ScheduleExpression: 'rate(15 minutes)',
      Target: { Arn: { 'Fn::GetAtt': [id, 'Arn'] }, RetryPolicy: { MaximumEventAgeInSeconds: 900, MaximumRetryAttempts: 2 } },
    });
  });

  test('has settings that its own schema accepts', () => {
    expect(parseSweepEnvironment(environmentOf('Sweep'))).toMatchObject({ STACK_NAME: 'MenuImport' });
  });
});

test('every function of ours writes its log as JSON into a group of its own, kept for three months', () => {
  for (const id of ['MenuImport', 'Sweep']) {
    const group = logicalId('AWS::Logs::LogGroup', `${id}Log`);
    expect(functionNamed(id).properties.LoggingConfig).toEqual({ LogFormat: 'JSON', LogGroup: { Ref: group } });
  }
  template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 90 });
  template.allResources('AWS::Logs::LogGroup', { DeletionPolicy: 'RetainExceptOnCreate' });
});

describe('the buckets', () => {
  const bucket = (id: string) => theOne(template, 'AWS::S3::Bucket', id);

  test('are encrypted, closed to the public, spoken to over TLS only, and outlive the stack', () => {
    template.resourceCountIs('AWS::S3::Bucket', 3);
    const closed = { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true };
    template.allResourcesProperties('AWS::S3::Bucket', { BucketEncryption: Match.anyValue(), PublicAccessBlockConfiguration: closed });
    template.allResources('AWS::S3::Bucket', { DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' });
    for (const id of ['Uploads', 'Results', 'AccessLogs']) {
      const [tlsOnly] = theOne(template, 'AWS::S3::BucketPolicy', `${id}Policy`).properties.PolicyDocument.Statement;
      expect(tlsOnly).toMatchObject({
        Effect: 'Deny',
        Action: 's3:*',
        Principal: { AWS: '*' },
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      });
    }
  });

  test('keep versions, and say in a third who asked for what', () => {
    for (const id of ['Uploads', 'Results']) {
      expect(bucket(id).properties).toMatchObject({
        VersioningConfiguration: { Status: 'Enabled' },
        LoggingConfiguration: { DestinationBucketName: { Ref: bucket('AccessLogs').id }, LogFilePrefix: `${id.toLowerCase()}/` },
      });
    }
  });

  test('let end what nobody looks for any more, and nothing that is current', () => {
    const rules = (id: string) => bucket(id).properties.LifecycleConfiguration.Rules as Record<string, unknown>[];
    const abandonedParts = { Id: 'abandoned-parts', AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 }, Status: 'Enabled' };
    expect(rules('Uploads')).toEqual([
      expect.objectContaining({
        Prefix: 'uploads/',
        NoncurrentVersionExpiration: { NoncurrentDays: 365 },
        ExpiredObjectDeleteMarker: true,
      }),
      abandonedParts,
    ]);
    expect(rules('Results')).toEqual([
      expect.objectContaining({ Prefix: 'reports/', NoncurrentVersionExpiration: { NoncurrentDays: 30 } }),
      abandonedParts,
    ]);
    expect(rules('AccessLogs')).toEqual([{ Id: 'old-logs', ExpirationInDays: 90, Status: 'Enabled' }, abandonedParts]);
    for (const rule of [...rules('Uploads'), ...rules('Results')]) expect(rule).not.toHaveProperty('ExpirationInDays');
  });

  test('never let anything end under ledger/: a number that is free again would be written again', () => {
    for (const rule of bucket('Results').properties.LifecycleConfiguration.Rules as Record<string, unknown>[]) {
      const ends = Object.keys(rule).some((name) => /Expir|Transition/.test(name));
      expect(ends ? rule['Prefix'] : 'nothing ends').toMatch(/^(?:reports\/|nothing ends)$/);
    }
  });

  test('tell the alias of the function of every upload, whatever it is named, and of nothing else', () => {
    expect(theOne(template, 'Custom::S3BucketNotifications', 'Uploads').properties.NotificationConfiguration).toEqual({
      LambdaFunctionConfigurations: [
        {
          Events: ['s3:ObjectCreated:*'],
          LambdaFunctionArn: alias(),
          Filter: { Key: { FilterRules: [{ Name: 'prefix', Value: 'uploads/' }] } },
        },
      ],
    });
    template.resourceCountIs('Custom::S3BucketNotifications', 1);
  });

  test('tell EventBridge, and nobody else, of what is written into the results', () => {
    expect(bucket('Results').properties.NotificationConfiguration).toEqual({ EventBridgeConfiguration: { EventBridgeEnabled: true } });
  });

  test('take the form of an upload link from any page: whom it lets in is signed', () => {
    expect(bucket('Uploads').properties.CorsConfiguration.CorsRules).toEqual([
      { AllowedMethods: ['POST'], AllowedOrigins: ['*'], AllowedHeaders: ['*'], ExposedHeaders: ['ETag', 'x-amz-version-id'] },
    ]);
    expect(bucket('Results').properties).not.toHaveProperty('CorsConfiguration');
  });
});

test('each merchant has a secret, without a value that could be taken for credentials', () => {
  const secrets = Object.values(template.findResources('AWS::SecretsManager::Secret'));
  expect(secrets.map(({ Properties }) => Properties.Name)).toEqual(['klikit/demo', 'klikit/warung-hoshi']);
  for (const { Properties, DeletionPolicy } of secrets) {
    expect(DeletionPolicy).toBe('RetainExceptOnCreate');
    expect(Properties).not.toHaveProperty('GenerateSecretString');
    expect(Properties).not.toHaveProperty('SecretString');
  }
});

test('names that differ by a hyphen are two merchants', () => {
  const reimport = { cron: '0 3 * * ? *', timeZone: 'Asia/Jakarta' };
  const both = synthesize({ merchants: { 'warung-1': { reimport }, warung1: { reimport } } });
  expect(Object.keys(both.findResources('AWS::SecretsManager::Secret'))).toHaveLength(2);
});

test('a merchant that wants it is imported again at night, once however often the schedule is delivered', () => {
  const { properties } = theOne(template, 'AWS::Scheduler::Schedule', 'Scheduleswarunghoshi');
  expect(properties).toMatchObject({
    GroupName: expect.stringContaining('Schedules'),
    ScheduleExpression: 'cron(0 3 * * ? *)',
    ScheduleExpressionTimezone: 'Asia/Jakarta',
    FlexibleTimeWindow: { Mode: 'FLEXIBLE', MaximumWindowInMinutes: 15 },
    Target: {
      Arn: alias(),
      DeadLetterConfig: { Arn: { 'Fn::GetAtt': [logicalId('AWS::SQS::Queue', 'DeadLetters'), 'Arn'] } },
      RetryPolicy: { MaximumEventAgeInSeconds: 7_200, MaximumRetryAttempts: 5 },
    },
  });
  expect(JSON.parse(properties.Target.Input)).toEqual({
    merchant: 'warung-hoshi',
    reason: 'schedule',
    id: '<aws.scheduler.scheduled-time>',
  });
});

test('what must never be replaced keeps its logical id: a bucket with another would be an empty one', () => {
  expect(Object.keys(template.findResources('AWS::S3::Bucket'))).toEqual(['AccessLogs8B620ECA', 'Uploads4F6EB0FD', 'Results25575328']);
  expect(Object.keys(template.findResources('AWS::SecretsManager::Secret'))).toEqual(['Secretsdemo0B7986AD', 'Secretswarunghoshi5B2AFCA1']);
});

test('a teardown takes the schedules with it, so that they can be made again', () => {
  expect(theOne(template, 'AWS::Scheduler::ScheduleGroup', 'Schedules').resource['DeletionPolicy']).toBe('Delete');
});

test('the outputs name what an operator needs', () => {
  expect(Object.keys(template.findOutputs('*'))).toEqual([
    'UploadsBucket',
    'ResultsBucket',
    'FunctionName',
    'LiveAliasArn',
    'ImportLogGroup',
    'SweepLogGroup',
    'DeadLetterQueueUrl',
    'AlarmTopicArn',
  ]);
});

test('two hundred merchants fit into what CloudFormation takes', () => {
  const reimport = { cron: '0 3 * * ? *', timeZone: 'Asia/Jakarta' };
  const many = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`merchant-${index}`, { reimport }]));
  const { Resources } = synthesize({ merchants: many }).toJSON() as { Resources: object };
  expect(Object.keys(Resources).length).toBeLessThanOrEqual(500);
});
