import type { Stack } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { acknowledge, wildcard } from './acknowledge.ts';

/** Rules that do not hold for the stack as a whole, and for what CDK makes by itself. */
export function acknowledgeForAll(stack: Stack, sweep: IFunction): void {
  acknowledge(stack, {
    'Serverless-LambdaTracing':
      'The report has the request_id of every call of klikit, and the log the id of every import. A trace would add cost, not an answer.',
  });
  for (const child of stack.node.children) {
    if (child.node.id.startsWith('BucketNotificationsHandler')) {
      acknowledge(child, {
        'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]':
          'This function is made by CDK, and so is its role: it tells S3 whom to notify, at a deployment only.',
      });
    }
    if (child.node.id.startsWith('SchedulerRoleForTarget')) {
      acknowledge(child, {
        [wildcard(stack, `${sweep.functionArn}:*`)]: 'CDK lets the scheduler call any version of the sweep; there is one.',
      });
    }
  }
}
