import { RemovalPolicy, Stack, Tags } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { CfnSecret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';

/** A merchant's secret is named `klikit/{merchant}`. */
export const secretPrefix = 'klikit/';
/** Names the stack that a secret belongs to, whose function may read it. */
export const secretTag = 'klikit-menu-import';

/** A secret for each merchant. README.md has the command that fills it. */
export function merchantSecrets(scope: Construct, merchants: readonly string[], key: IKey | undefined): void {
  // In a scope of their own, a logical id has a hash of the name: without one, warung-1 and warung1 would share theirs.
  const secrets = new Construct(scope, 'Secrets');
  for (const merchant of merchants) {
    // Without a value, which reads as missing. CDK's own construct would fill in a random one, which would look like credentials.
    const secret = new CfnSecret(secrets, merchant, {
      name: `${secretPrefix}${merchant}`,
      description: `klikit credentials of ${merchant}: {"partner_key","secret_key"}`,
      ...(key === undefined ? {} : { kmsKeyId: key.keyArn }),
    });
    secret.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    Tags.of(secret).add(secretTag, Stack.of(scope).stackName);
    acknowledge(secret, {
      'AwsSolutions-SMG4':
        'klikit issues its credentials by hand and has no call that rotates them. A new pair is taken up by running imports.',
    });
  }
}
