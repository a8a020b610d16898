import { Duration } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { type Alias, Architecture, Function as LambdaFunction, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Schedule, ScheduleExpression, type ScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { parseSweepEnvironment, type SweepEnvironmentSource } from '../functions/upload-sweep/environment.ts';
import { acknowledge } from './acknowledge.ts';
import { allow } from './allow.ts';
import { bundleSweep } from './bundle-sweep.ts';
import { bundledCode } from './bundled-code.ts';
import { attachPolicy, functionIdentity } from './function-identity.ts';
import type { MenuBuckets } from './menu-buckets.ts';

interface UploadSweepProps {
  buckets: MenuBuckets;
  live: Alias;
  stackName: string;
  schedules: ScheduleGroup;
  deadLetters: IQueue;
  key: IKey | undefined;
}

/** How often it looks. The alarm on its age waits for two runs. */
const sweepEvery = Duration.minutes(15);

/** Finds uploads that nobody answered, since events of S3 can be lost, and starts their imports again. See docs/decisions/0017. */
export function uploadSweep(scope: Construct, { buckets, live, stackName, schedules, deadLetters, key }: UploadSweepProps): LambdaFunction {
  const { uploads, results } = buckets;
  const environment = {
    UPLOADS_BUCKET: uploads.bucketName,
    RESULTS_BUCKET: results.bucketName,
    IMPORT_FUNCTION_ARN: live.functionArn,
    STACK_NAME: stackName,
  } satisfies SweepEnvironmentSource;
  parseSweepEnvironment(environment);

  const { role, logGroup } = functionIdentity(scope, 'Sweep');
  const statements = [
    allow(['s3:ListBucketVersions'], [uploads.bucketArn]),
    allow(['s3:GetObject'], [results.arnForObjects('reports/*')]),
    // So that a report that is missing answers 404, not 403.
    allow(['s3:ListBucket'], [results.bucketArn]),
    allow(['lambda:InvokeFunction'], [live.functionArn]),
    ...(key === undefined ? [] : [allow(['kms:Decrypt'], [key.keyArn])]),
  ];
  attachPolicy(role, role, 'Look', statements, 'Reports lie below a prefix: which there will be is not known yet.');
  const sweep = new LambdaFunction(scope, 'Sweep', {
    description: 'Finds uploads without a report, and starts their imports again',
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    handler: 'handler.handler',
    code: bundledCode('upload-sweep', bundleSweep),
    // It lists what was uploaded: seconds, for thousands of merchants a minute.
    timeout: Duration.minutes(5),
    memorySize: 512,
    environment,
    role,
    logGroup,
    loggingFormat: LoggingFormat.JSON,
  });
  acknowledge(sweep, {
    'Serverless-LambdaDLQ': 'A run that failed is made up for by the next; its events say nothing but that it is time.',
  });
  new Schedule(scope, 'SweepSchedule', {
    description: 'Looks for uploads without a report',
    scheduleGroup: schedules,
    schedule: ScheduleExpression.rate(sweepEvery),
    // The next one looks again, so there is no use in trying for long.
    target: new LambdaInvoke(sweep, { deadLetterQueue: deadLetters, maxEventAge: sweepEvery, retryAttempts: 2 }),
  });
  return sweep;
}
