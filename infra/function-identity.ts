import { RemovalPolicy } from 'aws-cdk-lib';
import { Policy, type PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { acknowledge, wildcard } from './acknowledge.ts';
import { allow } from './allow.ts';

export interface FunctionIdentity {
  role: Role;
  logGroup: LogGroup;
}

/** A log of its own, and a role that may write there. Nothing else: AWS's policies for functions speak of all logs, and all functions. */
export function functionIdentity(scope: Construct, id: string): FunctionIdentity {
  const logGroup = new LogGroup(scope, `${id}Log`, {
    retention: RetentionDays.THREE_MONTHS,
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  });
  const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  attachPolicy(role, role, 'OwnLog', [allow(['logs:CreateLogStream', 'logs:PutLogEvents'], [logGroup.logGroupArn])]);
  return { role, logGroup };
}

/**
 * A policy of the role, named for what it is about. A function waits for the policies in the scope of its role, as CDK makes it depend on all that is in there.
 * `because`: why some of its resources end with an asterisk.
 */
export function attachPolicy(scope: Construct, role: Role, id: string, statements: PolicyStatement[], because = ''): Policy {
  const policy = new Policy(scope, id, { statements, roles: [role] });
  const open = statements.flatMap(({ resources }) => resources).filter((resource) => resource.endsWith('*'));
  for (const resource of open) acknowledge(policy, { [wildcard(scope, resource)]: because });
  return policy;
}
