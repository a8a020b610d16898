import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

/** A key of the account's own, for whoever must be able to say who used it, and to take it away. Without it nothing can be read any more, so it stays. */
export function customerKey(scope: Construct): Key {
  return new Key(scope, 'Key', {
    description: 'Uploads, results and klikit secrets of the menu import',
    enableKeyRotation: true,
    pendingWindow: Duration.days(30),
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  });
}
