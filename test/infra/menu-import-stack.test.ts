import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseEnvironment } from '../../functions/menu-import/environment.ts';
import { MenuImportStack } from '../../infra/menu-import-stack.ts';
import { parseStackSettings, StackSettingsInvalid } from '../../infra/stack-settings.ts';

const context: Readonly<Record<string, unknown>> = {
  merchants: 'demo,warung-hoshi',
  klikitApiUrl: 'https://api.dev.shadowchef.co',
  defaultCurrency: 'IDR',
};
let template: Template;

beforeAll(() => {
  const settings = parseStackSettings((name) => context[name]);
  template = Template.fromStack(new MenuImportStack(new App(), 'Test', settings));
});

/** The one function that is ours; the others are CDK's own. */
function menuImport() {
  const functions = template.findResources('AWS::Lambda::Function', { Properties: { Handler: 'handler.handler' } });
  const [found] = Object.values(functions);
  if (found === undefined || Object.keys(functions).length > 1) throw new Error('there must be one function');
  return found['Properties'];
}

/** What a bucket tells to whom. */
function notificationsOf(bucket: 'Uploads' | 'Results') {
  const all = Object.values(template.findResources('Custom::S3BucketNotifications')).map(({ Properties }) => Properties);
  const [found, ...more] = all.filter(({ BucketName }) => BucketName.Ref.startsWith(bucket));
  if (found === undefined || more.length > 0) throw new Error(`the notifications of ${bucket} must be in one place`);
  return found.NotificationConfiguration;
}

describe('the function', () => {
  test('runs on Node 24, ARM, for at most fifteen minutes', () => {
    expect(menuImport()).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Timeout: 900,
      MemorySize: 1_024,
      LoggingConfig: { LogFormat: 'JSON' },
    });
  });

  test('is durable: an import may take a week, and what its slices returned is kept for two more', () => {
    expect(menuImport()['DurableConfig']).toEqual({ ExecutionTimeout: 7 * 24 * 3_600, RetentionPeriodInDays: 14 });
  });

  test('has no name of its own, as CloudFormation could not replace it then', () => {
    expect(menuImport()).not.toHaveProperty('FunctionName');
  });

  test('has an alias, whose versions outlive the deployment that made them', () => {
    template.resourceCountIs('AWS::Lambda::Alias', 1);
    const [[id, version] = []] = Object.entries(template.findResources('AWS::Lambda::Version'));
    template.hasResourceProperties('AWS::Lambda::Alias', { Name: 'live', FunctionVersion: { 'Fn::GetAtt': [id, 'Version'] } });
    expect(version).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
  });

  test('has settings that its own schema accepts', () => {
    const { Variables } = menuImport().Environment as { Variables: Record<string, unknown> };
    const resolved = Object.fromEntries(
      Object.entries(Variables).map(([name, value]) => [name, typeof value === 'string' ? value : 'resolved-at-deployment']),
    );
    expect(parseEnvironment(resolved)).toMatchObject({ KLIKIT_API_URL: 'https://api.dev.shadowchef.co', DEFAULT_CURRENCY: 'IDR' });
  });

  test('may do exactly this, and nothing more', () => {
    const role = menuImport().Role['Fn::GetAtt'][0];
    // Write its log, and read and write the state of durable executions.
    const { Properties } = template.findResources('AWS::IAM::Role')[role] ?? {};
    const durable = ':iam::aws:policy/service-role/AWSLambdaBasicDurableExecutionRolePolicy';
    expect(Properties?.ManagedPolicyArns).toEqual([{ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, durable]] }]);
    expect(Properties).not.toHaveProperty('Policies');
    const policies = Object.values(template.findResources('AWS::IAM::Policy')).filter(({ Properties }) => Properties.Roles[0].Ref === role);
    const granted = policies
      .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
      .map(({ Effect, Action, Resource }) => ({
        Effect,
        actions: [Action].flat(),
        resources: [Resource].flat().map((resource) => JSON.stringify(resource).replaceAll(/[A-F0-9]{8}/g, '')),
      }));
    const bucket = (id: string) => `{"Fn::GetAtt":["${id}","Arn"]}`;
    const below = (id: string, prefix: string) => `{"Fn::Join":["",[${bucket(id)},"/${prefix}/*"]]}`;
    expect(granted).toEqual([
      { Effect: 'Allow', actions: ['s3:GetObject', 's3:GetObjectVersion'], resources: [below('Uploads', 'uploads')] },
      { Effect: 'Allow', actions: ['s3:ListBucket', 's3:ListBucketVersions'], resources: [bucket('Uploads')] },
      { Effect: 'Allow', actions: ['s3:GetObject', 's3:PutObject'], resources: [below('Results', 'reports'), below('Results', 'ledger')] },
      { Effect: 'Allow', actions: ['s3:ListBucket'], resources: [bucket('Results')] },
      { Effect: 'Allow', actions: ['secretsmanager:GetSecretValue'], resources: ['{"Ref":"Secretdemo"}', '{"Ref":"Secretwarunghoshi"}'] },
    ]);
  });
});

describe('the buckets', () => {
  test('are versioned, encrypted, closed to the public, and outlive the stack', () => {
    template.resourceCountIs('AWS::S3::Bucket', 2);
    template.allResourcesProperties('AWS::S3::Bucket', {
      VersioningConfiguration: { Status: 'Enabled' },
      BucketEncryption: Match.anyValue(),
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
    template.allResources('AWS::S3::Bucket', { DeletionPolicy: 'Retain' });
    const policies = Object.values(template.findResources('AWS::S3::BucketPolicy'));
    expect(policies.filter((policy) => JSON.stringify(policy).includes('"aws:SecureTransport":"false"'))).toHaveLength(2);
  });

  test('tell the alias of the function of every upload, whatever it is named, and of nothing else', () => {
    const [alias] = Object.keys(template.findResources('AWS::Lambda::Alias'));
    const { EventBridgeConfiguration, LambdaFunctionConfigurations: rules } = notificationsOf('Uploads');
    expect(EventBridgeConfiguration).toBeUndefined();
    expect(rules).toHaveLength(1);
    expect(rules[0]).toMatchObject({
      Events: ['s3:ObjectCreated:*'],
      LambdaFunctionArn: { Ref: alias },
      Filter: { Key: { FilterRules: [{ Name: 'prefix', Value: 'uploads/' }] } },
    });
    template.hasResourceProperties('AWS::Lambda::Permission', { FunctionName: { Ref: alias }, Principal: 's3.amazonaws.com' });
  });

  test('tell EventBridge, and nobody else, of what is written into the results', () => {
    expect(notificationsOf('Results')).toEqual({ EventBridgeConfiguration: {} });
  });
});

test('each merchant has a secret, without a value that could be taken for credentials', () => {
  const secrets = Object.values(template.findResources('AWS::SecretsManager::Secret')).map(({ Properties }) => Properties);
  expect(secrets.map(({ Name }) => Name)).toEqual(['klikit/demo', 'klikit/warung-hoshi']);
  for (const secret of secrets) {
    expect(secret).not.toHaveProperty('GenerateSecretString');
    expect(secret).not.toHaveProperty('SecretString');
  }
});

test('the outputs name what an operator needs', () => {
  const outputs = template.findOutputs('*');
  expect(Object.keys(outputs)).toEqual(['UploadsBucket', 'ResultsBucket', 'FunctionName', 'LiveAliasArn', 'SecretNames']);
  expect(outputs['SecretNames']?.['Value']).toBe('klikit/demo,klikit/warung-hoshi');
});

test('settings that the function would refuse at its cold start fail at synth', () => {
  const settings = { merchants: ['demo'], klikitApiUrl: 'http://api.dev.shadowchef.co' };
  expect(() => new MenuImportStack(new App(), 'Test', settings)).toThrow('KLIKIT_API_URL');
});

describe('a deployment', () => {
  test.each([
    ['merchants', 'Warung Hoshi', 'small letters'],
    ['merchants', 'demo,demo', 'each merchant once'],
    ['merchants', undefined, 'merchants'],
    ['klikitApiUrl', 'http://api.dev.shadowchef.co', 'https'],
    ['klikitApiUrl', 'http://127.0.0.1:4568', 'https'],
    ['defaultCurrency', 'rupiah', 'ISO 4217'],
  ])('with %s = %s is refused in one sentence', (name, value, because) => {
    const parse = () => parseStackSettings((asked) => (asked === name ? value : context[asked]));
    expect(parse).toThrow(StackSettingsInvalid);
    expect(parse).toThrow(because);
  });
});
