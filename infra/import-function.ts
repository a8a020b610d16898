import { Annotations, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Alias, Architecture, Function as LambdaFunction, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { bundleFunction, nodeOptions } from './bundle-function.ts';
import { bundledCode } from './bundled-code.ts';
import { functionIdentity } from './function-identity.ts';
import { grantDurableState, grantImport } from './import-permissions.ts';
import type { MenuBuckets } from './menu-buckets.ts';

interface ImportFunctionProps {
  environment: Record<string, string>;
  buckets: MenuBuckets;
  deadLetters: IQueue;
  reservedConcurrency?: number | undefined;
  key?: IKey | undefined;
}

export interface ImportFunction {
  function: LambdaFunction;
  /** `live`, by which everybody calls it: a durable execution starts by a version or an alias only. */
  live: Alias;
}

/** The function that imports, durable: an import goes on in slices, from invocation to invocation. See docs/decisions/0010. */
export function importFunction(
  scope: Construct,
  { environment, buckets, deadLetters, reservedConcurrency, key }: ImportFunctionProps,
): ImportFunction {
  const { role, logGroup } = functionIdentity(scope, 'MenuImport');
  grantImport(role, buckets, key);
  const menuImport = new LambdaFunction(scope, 'MenuImport', {
    description: 'Imports uploaded menus into klikit and reports on every row',
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    handler: 'handler.handler',
    code: bundledCode('menu-import', bundleFunction),
    // The most that there is. A slice ends by itself a minute before.
    timeout: Duration.minutes(15),
    // An import takes minutes; with long pauses, behind others of its merchant, a day or two. What is not done in a week never will be. For
    // two weeks more the service keeps how it went, for whoever asks. Reports and ledger outlive that.
    durableConfig: { executionTimeout: Duration.days(7), retentionPeriod: Duration.days(14) },
    // An import goes on with the version that it began with, so a deployment must not take that away; only one that failed takes back its own.
    currentVersionOptions: { removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE },
    // The largest workbook takes 295 MB, reading and report included (docs/performance.md). With memory comes processor: of 1,024 MB, half a core.
    memorySize: 1024,
    environment: { ...environment, NODE_OPTIONS: nodeOptions },
    role,
    logGroup,
    loggingFormat: LoggingFormat.JSON,
    // Events that could not be delivered for six hours, and executions that failed, were stopped or ran out of time.
    deadLetterQueue: deadLetters,
    ...(reservedConcurrency === undefined ? {} : { reservedConcurrentExecutions: reservedConcurrency }),
  });
  Annotations.of(menuImport).acknowledgeInfo(
    'aws-lambda:Function.DurableConfig',
    'Durability cannot be given to a function that is there: CloudFormation would make a new one, which it can, as this bears no name.',
  );

  const live = new Alias(scope, 'Live', { aliasName: 'live', version: menuImport.currentVersion });
  live.node.addDependency(grantDurableState(Stack.of(scope), role, menuImport));
  return { function: menuImport, live };
}
