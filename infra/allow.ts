import { PolicyStatement } from 'aws-cdk-lib/aws-iam';

/** May do that, there. */
export function allow(actions: string[], resources: string[], conditions: Record<string, unknown> = {}): PolicyStatement {
  return new PolicyStatement({ actions, resources, conditions });
}
