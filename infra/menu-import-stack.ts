import { CfnOutput, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { EventType } from 'aws-cdk-lib/aws-s3';
import { LambdaDestination } from 'aws-cdk-lib/aws-s3-notifications';
import { ScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import type { Construct } from 'constructs';
import { type EnvironmentSource, parseEnvironment } from '../functions/menu-import/environment.ts';
import { acknowledgeForAll } from './acknowledge-for-all.ts';
import { alarms } from './alarms.ts';
import { customerKey } from './customer-key.ts';
import { dashboard } from './dashboard.ts';
import { deadLetters } from './dead-letters.ts';
import { importFunction } from './import-function.ts';
import { menuBuckets } from './menu-buckets.ts';
import { merchantSecrets, secretPrefix } from './merchant-secrets.ts';
import { reimportSchedules } from './reimport-schedules.ts';
import type { StackSettings } from './stack-settings.ts';
import { uploadSweep } from './upload-sweep.ts';

/**
 * Everything of one deployment. Each line below is a part, which says in its own file what it is and why. Not deployed is what lies in
 * folders here: `local/` plays AWS on this machine, `upload-page/` is written by the command line, `checks/` judges the sources.
 */
export class MenuImportStack extends Stack {
  constructor(scope: Construct, id: string, settings: StackSettings, props?: StackProps) {
    super(scope, id, { stackName: settings.stackName, ...props });
    // Access logs are let in by the policy of their bucket; without this, by access lists, which new buckets do not have.
    this.node.setContext('@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy', true);

    const { stackName } = settings;
    const merchants = Object.keys(settings.merchants);
    const key = settings.customerManagedKey ? customerKey(this) : undefined;
    const buckets = menuBuckets(this, key);
    const queue = deadLetters(this);
    merchantSecrets(this, merchants, key);

    const environment = {
      ...settings.functionSettings,
      UPLOADS_BUCKET: buckets.uploads.bucketName,
      RESULTS_BUCKET: buckets.results.bucketName,
      KLIKIT_API_URL: settings.klikitApiUrl,
      KLIKIT_SECRET_PREFIX: secretPrefix,
      STACK_NAME: stackName,
    } satisfies EnvironmentSource;
    // What the function would refuse at its cold start fails here. Names of buckets are still tokens, which the schema takes for text.
    parseEnvironment(environment);
    const { function: menuImport, live } = importFunction(this, { ...settings, environment, buckets, deadLetters: queue, key });
    // Every file below uploads/, whatever its name ends with: docs/decisions/0005 says why.
    buckets.uploads.addEventNotification(EventType.OBJECT_CREATED, new LambdaDestination(live), { prefix: 'uploads/' });
    const schedules = new ScheduleGroup(this, 'Schedules', { removalPolicy: RemovalPolicy.DESTROY });
    reimportSchedules(schedules, settings.merchants, live, queue);

    const sweep = uploadSweep(this, { buckets, live, stackName, schedules, deadLetters: queue, key });
    const heard = alarms(this, { menuImport, sweep, deadLetters: queue, stackName }, settings);
    dashboard(this, { stackName, alarms: heard.alarms, log: menuImport.logGroup });

    acknowledgeForAll(this, sweep);

    const outputs = {
      UploadsBucket: buckets.uploads.bucketName,
      ResultsBucket: buckets.results.bucketName,
      FunctionName: menuImport.functionName,
      LiveAliasArn: live.functionArn,
      ImportLogGroup: menuImport.logGroup.logGroupName,
      SweepLogGroup: sweep.logGroup.logGroupName,
      DeadLetterQueueUrl: queue.queueUrl,
      AlarmTopicArn: heard.topic.topicArn,
    };
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }
}
