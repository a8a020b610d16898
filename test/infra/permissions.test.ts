import type { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { localBuckets, localPolicies } from '../../infra/local/deployed-role.ts';
import { synthesize, theOne } from './synthesize.ts';

const template = synthesize();
const withKey = synthesize({ customerManagedKey: true });

interface Statement {
  actions: string[];
  resources: string[];
  condition?: unknown;
}

/** An ARN as people read it: `<Uploads>/uploads/*` for what is below the bucket with that logical id, whose end is a hash. */
function readable(resource: unknown): string {
  if (typeof resource === 'string') return resource;
  const { Ref: ref, 'Fn::GetAtt': attribute, 'Fn::Join': join } = resource as Record<string, [string, unknown[]]>;
  if (join !== undefined) return join[1].map(readable).join('');
  const name = String(ref ?? attribute?.[0]);
  return name.startsWith('AWS::') ? `{${name.slice('AWS::'.length)}}` : `<${name.replace(/[A-F0-9]{8}$/, '')}>`;
}

/** Everything that the role of a function may do, in all its policies. */
function allowed(of: Template, roleId: string): Statement[] {
  const role = theOne(of, 'AWS::IAM::Role', roleId);
  expect(role.properties).not.toHaveProperty('ManagedPolicyArns');
  expect(role.properties).not.toHaveProperty('Policies');
  const policies = Object.values(of.findResources('AWS::IAM::Policy')).map(({ Properties }) => Properties);
  return policies
    .filter(({ Roles }) => Roles.some(({ Ref }: { Ref?: string }) => Ref === role.id))
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
    .map(({ Effect, Action, Resource, Condition, ...rest }) => {
      expect([Effect, rest]).toEqual(['Allow', {}]);
      const statement = { actions: [Action].flat(), resources: [Resource].flat().map(readable) };
      return Condition === undefined ? statement : { ...statement, condition: Condition };
    })
    .toSorted((a, b) => String(a.actions).localeCompare(String(b.actions)) || String(a.resources).localeCompare(String(b.resources)));
}

const schedulerRoles = () => Object.entries(template.findResources('AWS::IAM::Role')).filter(([id]) => id.startsWith('SchedulerRole'));

const importMay: Statement[] = [
  { actions: ['lambda:CheckpointDurableExecution', 'lambda:GetDurableExecutionState'], resources: ['<MenuImport>:*'] },
  { actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: ['<MenuImportLog>'] },
  { actions: ['s3:GetObject', 's3:GetObjectVersion'], resources: ['<Uploads>/uploads/*'] },
  { actions: ['s3:GetObject', 's3:PutObject'], resources: ['<Results>/reports/*', '<Results>/ledger/*'] },
  { actions: ['s3:ListBucket'], resources: ['<Results>'] },
  { actions: ['s3:ListBucket', 's3:ListBucketVersions'], resources: ['<Uploads>'] },
  {
    actions: ['secretsmanager:GetSecretValue'],
    resources: ['arn:{Partition}:secretsmanager:{Region}:{AccountId}:secret:klikit/*'],
    condition: { StringEquals: { 'aws:ResourceTag/klikit-menu-import': 'MenuImport' } },
  },
  { actions: ['sqs:SendMessage'], resources: ['<DeadLetters>'] },
];

const sweepMay: Statement[] = [
  { actions: ['lambda:InvokeFunction'], resources: ['<Live>'] },
  { actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: ['<SweepLog>'] },
  { actions: ['s3:GetObject'], resources: ['<Results>/reports/*'] },
  { actions: ['s3:ListBucket'], resources: ['<Results>'] },
  { actions: ['s3:ListBucketVersions'], resources: ['<Uploads>'] },
];

describe('exactly this, and nothing more,', () => {
  test('may the import do', () => {
    expect(allowed(template, 'MenuImportRole')).toEqual(importMay);
  });

  test('may the sweep do', () => {
    expect(allowed(template, 'SweepRole')).toEqual(sweepMay);
  });

  test('may both do with a key of the customer: use that key, and no other', () => {
    const useKey = { actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: ['<Key>'] };
    expect(allowed(withKey, 'MenuImportRole')).toEqual([useKey, ...importMay]);
    expect(allowed(withKey, 'SweepRole')).toEqual([{ actions: ['kms:Decrypt'], resources: ['<Key>'] }, ...sweepMay]);
  });

  test('may the scheduler do: call the alias, or the sweep, and write down what it could not deliver', () => {
    const writeDown = { actions: ['sqs:SendMessage'], resources: ['<DeadLetters>'] };
    const statements = schedulerRoles().map(([id]) => allowed(template, id));
    expect(statements).toHaveLength(2);
    expect(statements).toEqual(
      expect.arrayContaining([
        [{ actions: ['lambda:InvokeFunction'], resources: ['<Live>'] }, writeDown],
        [{ actions: ['lambda:InvokeFunction'], resources: ['<Sweep>', '<Sweep>:*'] }, writeDown],
      ]),
    );
  });
});

test('the secrets that the import may read are those that bear its stack’s tag', () => {
  for (const { Properties } of Object.values(template.findResources('AWS::SecretsManager::Secret'))) {
    expect(Properties.Tags).toEqual([{ Key: 'klikit-menu-import', Value: 'MenuImport' }]);
  }
});

describe('the local S3 server', () => {
  const bucketOf = new Map([
    ['<Uploads>', 'uploads'],
    ['<Results>', 'results'],
  ]);
  /** The part of a policy that is about S3, one permission at a time, as `deployed-role.ts` writes it. */
  const s3Permissions = (statements: readonly Statement[]) =>
    statements.flatMap(({ actions, resources }) =>
      actions.flatMap((action) =>
        resources.flatMap((resource) => {
          const [, bucketName = '', keyPrefix] = /^(<\w+>)(?:\/(.*)\*)?$/.exec(resource) ?? [];
          const bucket = bucketOf.get(bucketName);
          return bucket === undefined ? [] : [{ action, bucket, ...(keyPrefix === undefined ? {} : { keyPrefix }) }];
        }),
      ),
    );
  const sorted = (permissions: readonly object[]) =>
    permissions.map((permission) => JSON.stringify(permission, ['action', 'bucket', 'keyPrefix'])).toSorted();

  test.each([
    ['functionRole', 'MenuImportRole'],
    ['sweepRole', 'SweepRole'],
  ] as const)('lets the %s do what the deployed one may, and nothing else', (local, deployed) => {
    expect(Object.keys(localBuckets)).toEqual([...bucketOf.values()]);
    expect(sorted(localPolicies[local])).toEqual(sorted(s3Permissions(allowed(template, deployed))));
  });
});

describe('who may call', () => {
  test('the import: S3, for this account’s uploads bucket', () => {
    const [permission, ...more] = Object.values(template.findResources('AWS::Lambda::Permission')).map(({ Properties }) => Properties);
    expect(more).toEqual([]);
    expect(permission).toEqual({
      Action: 'lambda:InvokeFunction',
      FunctionName: { Ref: theOne(template, 'AWS::Lambda::Alias', 'Live').id },
      Principal: 's3.amazonaws.com',
      SourceAccount: { Ref: 'AWS::AccountId' },
      SourceArn: { 'Fn::GetAtt': [theOne(template, 'AWS::S3::Bucket', 'Uploads').id, 'Arn'] },
    });
  });

  test('the scheduler’s roles: the scheduler, for the schedules of this stack', () => {
    for (const [, { Properties }] of schedulerRoles()) {
      expect(Properties.AssumeRolePolicyDocument.Statement).toEqual([
        {
          Action: 'sts:AssumeRole',
          Effect: 'Allow',
          Principal: { Service: 'scheduler.amazonaws.com' },
          Condition: {
            StringEquals: {
              'aws:SourceAccount': { Ref: 'AWS::AccountId' },
              'aws:SourceArn': { 'Fn::GetAtt': [theOne(template, 'AWS::Scheduler::ScheduleGroup', 'Schedules').id, 'Arn'] },
            },
          },
        },
      ]);
    }
  });
});

describe('who may write', () => {
  const statementsOf = (type: string, prefix: string) => theOne(template, type, prefix).properties.PolicyDocument.Statement as object[];

  test('to the topic: this account’s alarms, over TLS, which the policy must say, as it takes the place of the one that lets them in', () => {
    const topic = { Ref: theOne(template, 'AWS::SNS::Topic', 'Alarms').id };
    const [tlsOnly, alarms, ...more] = statementsOf('AWS::SNS::TopicPolicy', 'Alarms');
    expect(more).toEqual([]);
    expect(tlsOnly).toMatchObject({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } });
    expect(alarms).toMatchObject({
      Effect: 'Allow',
      Action: 'sns:Publish',
      Principal: { Service: 'cloudwatch.amazonaws.com' },
      Resource: topic,
      Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
    });
    const { 'aws:SourceArn': source } = (alarms as { Condition: { ArnLike: Record<string, unknown> } }).Condition.ArnLike;
    expect(readable(source)).toBe('arn:{Partition}:cloudwatch:{Region}:{AccountId}:alarm:*');
  });

  test('access logs: S3, for this account’s two buckets', () => {
    const [, ...delivery] = statementsOf('AWS::S3::BucketPolicy', 'AccessLogs');
    const from = delivery.map(
      (statement) => JSON.stringify(statement).match(/(?<="aws:SourceArn":\{"Fn::GetAtt":\[")\w+(?=[A-F0-9]{8}")/)?.[0],
    );
    expect(from).toEqual(['Uploads', 'Results']);
    for (const statement of delivery) {
      expect(statement).toMatchObject({
        Action: 's3:PutObject',
        Principal: { Service: 'logging.s3.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
      });
    }
  });

  test('to the queue: whoever has the right, over TLS only', () => {
    expect(statementsOf('AWS::SQS::QueuePolicy', 'DeadLetters')).toMatchObject([
      { Effect: 'Deny', Action: 'sqs:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
    ]);
  });
});

test('the import waits for all that it may do before it is there', () => {
  const { resource } = theOne(template, 'AWS::Lambda::Function', 'MenuImport');
  const waitsFor = (resource['DependsOn'] as string[]).map((id) => id.replace(/[A-F0-9]{8}$/, ''));
  expect(waitsFor).toEqual(expect.arrayContaining(['MenuImportRoleOwnLog', 'MenuImportRoleImport', 'MenuImportRoleDefaultPolicy']));
});

describe('a key of the customer', () => {
  test('encrypts uploads, results and secrets, turns every year, and outlives the stack', () => {
    const key = theOne(withKey, 'AWS::KMS::Key', 'Key');
    const keyArn = { 'Fn::GetAtt': [key.id, 'Arn'] };
    expect(key.properties).toMatchObject({ EnableKeyRotation: true });
    expect(key.resource).toMatchObject({ DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' });
    for (const id of ['Uploads', 'Results']) {
      expect(theOne(withKey, 'AWS::S3::Bucket', id).properties.BucketEncryption.ServerSideEncryptionConfiguration).toEqual([
        { BucketKeyEnabled: true, ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: keyArn } },
      ]);
    }
    withKey.allResourcesProperties('AWS::SecretsManager::Secret', { KmsKeyId: keyArn });
  });

  test('is not made unless it is asked for', () => {
    expect(template.findResources('AWS::KMS::Key')).toEqual({});
  });

  test('may be managed and given to others by the account alone', () => {
    const { Statement: statements } = theOne(withKey, 'AWS::KMS::Key', 'Key').properties.KeyPolicy;
    expect(
      statements.map(({ Principal, ...statement }: { Principal: { AWS: unknown } }) => ({
        ...statement,
        principal: readable(Principal.AWS),
      })),
    ).toEqual([{ Action: 'kms:*', Effect: 'Allow', Resource: '*', principal: 'arn:{Partition}:iam::{AccountId}:root' }]);
  });
});
