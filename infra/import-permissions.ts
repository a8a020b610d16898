import { ArnFormat, Stack } from 'aws-cdk-lib';
import type { Policy, Role } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { allow } from './allow.ts';
import { attachPolicy } from './function-identity.ts';
import type { MenuBuckets } from './menu-buckets.ts';
import { secretPrefix, secretTag } from './merchant-secrets.ts';

/** What the import may do, and nothing more. `ListBucket` has no condition: without it a missing key answers 403, not 404. */
export function grantImport(role: Role, { uploads, results }: MenuBuckets, key: IKey | undefined): void {
  const stack = Stack.of(role);
  const secrets = stack.formatArn({
    service: 'secretsmanager',
    resource: 'secret',
    resourceName: `${secretPrefix}*`,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
  const statements = [
    allow(['s3:GetObject', 's3:GetObjectVersion'], [uploads.arnForObjects('uploads/*')]),
    // A re-import lists what is there now.
    allow(['s3:ListBucket', 's3:ListBucketVersions'], [uploads.bucketArn]),
    allow(['s3:GetObject', 's3:PutObject'], [results.arnForObjects('reports/*'), results.arnForObjects('ledger/*')]),
    allow(['s3:ListBucket'], [results.bucketArn]),
    // Named one by one, two hundred secrets would be more than a policy holds. The tag says which of the prefix are this stack's.
    allow(['secretsmanager:GetSecretValue'], [secrets], { StringEquals: { [`aws:ResourceTag/${secretTag}`]: stack.stackName } }),
    ...(key === undefined ? [] : [allow(['kms:Decrypt', 'kms:GenerateDataKey'], [key.keyArn])]),
  ];
  attachPolicy(
    role,
    role,
    'Import',
    statements,
    'Objects below a prefix, and secrets of this stack: which there will be is not known yet.',
  );
}

/**
 * What a durable execution asks of the service, for this function's own executions. In the role's own scope the function would wait for it,
 * and it names the function; so it stands elsewhere, and the alias waits for it.
 */
export function grantDurableState(scope: Construct, role: Role, { functionArn }: IFunction): Policy {
  const statement = allow(['lambda:CheckpointDurableExecution', 'lambda:GetDurableExecutionState'], [`${functionArn}:*`]);
  const because = 'Executions of any version of this function: an import goes on with the one that it began with.';
  return attachPolicy(scope, role, 'MenuImportDurableState', [statement], because);
}
