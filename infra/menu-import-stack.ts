import { fileURLToPath } from 'node:url';
import { Annotations, AssetHashType, CfnOutput, DockerImage, Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Alias, Architecture, Code, Function as LambdaFunction, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { BlockPublicAccess, Bucket, BucketEncryption, type BucketProps, EventType } from 'aws-cdk-lib/aws-s3';
import { LambdaDestination } from 'aws-cdk-lib/aws-s3-notifications';
import { CfnSecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { type EnvironmentSource, parseEnvironment } from '../functions/menu-import/environment.ts';
import { bundleFunction, nodeOptions } from './bundle-function.ts';
import type { StackSettings } from './stack-settings.ts';

const secretPrefix = 'klikit/';

/** Two buckets, the function between them, and one secret per merchant. */
export class MenuImportStack extends Stack {
  constructor(scope: Construct, id: string, settings: StackSettings, props?: StackProps) {
    super(scope, id, props);
    const uploads = this.#bucket('Uploads');
    // A report that is there is an event: docs/operations.md says how to be told.
    const results = this.#bucket('Results', { eventBridgeEnabled: true });
    const environment: EnvironmentSource = {
      UPLOADS_BUCKET: uploads.bucketName,
      RESULTS_BUCKET: results.bucketName,
      KLIKIT_API_URL: settings.klikitApiUrl,
      KLIKIT_SECRET_PREFIX: secretPrefix,
      ...(settings.defaultCurrency === undefined ? {} : { DEFAULT_CURRENCY: settings.defaultCurrency }),
    };
    // What the function would refuse at its cold start fails here. Names of buckets are still tokens, which the schema takes for text.
    parseEnvironment({ ...environment });
    const menuImport = new LambdaFunction(this, 'MenuImport', {
      description: 'Imports uploaded menus into klikit and reports on every row',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'handler.handler',
      code: bundledCode(),
      timeout: Duration.minutes(15),
      // An import takes minutes; with long pauses, behind others of its merchant, a day or two. What is not done in a week never will be. For
      // two weeks more the service keeps how it went, for whoever asks. Reports and ledger outlive that. See docs/decisions/0010.
      durableConfig: { executionTimeout: Duration.days(7), retentionPeriod: Duration.days(14) },
      // An import goes on with the version that it began with, so a deployment must not take that away.
      currentVersionOptions: { removalPolicy: RemovalPolicy.RETAIN },
      // Reading a workbook may take 256 MB beside the function's own.
      memorySize: 1024,
      environment: { ...environment, NODE_OPTIONS: nodeOptions },
      loggingFormat: LoggingFormat.JSON,
      logGroup: new LogGroup(this, 'MenuImportLog', { retention: RetentionDays.THREE_MONTHS, removalPolicy: RemovalPolicy.RETAIN }),
    });

    Annotations.of(menuImport).acknowledgeInfo('aws-lambda:Function.DurableConfig', 'It bears no name, so it may be replaced.');

    // Durable executions start by a version or an alias only.
    const live = new Alias(this, 'Live', { aliasName: 'live', version: menuImport.currentVersion });
    // Whatever it is named: docs/decisions/0005 says why.
    uploads.addEventNotification(EventType.OBJECT_CREATED, new LambdaDestination(live), { prefix: 'uploads/' });
    const secrets = settings.merchants.map((merchant) => this.#secret(merchant));
    for (const statement of permissions(uploads, results, secrets)) menuImport.addToRolePolicy(statement);

    new CfnOutput(this, 'UploadsBucket', { value: uploads.bucketName });
    new CfnOutput(this, 'ResultsBucket', { value: results.bucketName });
    new CfnOutput(this, 'FunctionName', { value: menuImport.functionName });
    new CfnOutput(this, 'LiveAliasArn', { value: live.functionArn });
    new CfnOutput(this, 'SecretNames', { value: settings.merchants.map((merchant) => `${secretPrefix}${merchant}`).join(',') });
  }

  /** What merchants uploaded and what became of it outlives the stack. */
  #bucket(id: string, more: Pick<BucketProps, 'eventBridgeEnabled'> = {}): Bucket {
    return new Bucket(this, id, {
      ...more,
      versioned: true,
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  /** Without a value at first. CDK's own construct would fill in a random one, which would look like credentials. */
  #secret(merchant: string): CfnSecret {
    const secret = new CfnSecret(this, `Secret-${merchant}`, {
      name: `${secretPrefix}${merchant}`,
      description: `klikit credentials of ${merchant}: {"partner_key","secret_key"}`,
    });
    secret.applyRemovalPolicy(RemovalPolicy.RETAIN);
    return secret;
  }
}

/** What the function may do, and nothing more. `ListBucket` makes a missing key answer 404 instead of 403. */
function permissions(uploads: Bucket, results: Bucket, secrets: readonly CfnSecret[]): PolicyStatement[] {
  return [
    new PolicyStatement({ actions: ['s3:GetObject', 's3:GetObjectVersion'], resources: [uploads.arnForObjects('uploads/*')] }),
    new PolicyStatement({ actions: ['s3:ListBucket', 's3:ListBucketVersions'], resources: [uploads.bucketArn] }),
    new PolicyStatement({
      actions: ['s3:GetObject', 's3:PutObject'],
      resources: [results.arnForObjects('reports/*'), results.arnForObjects('ledger/*')],
    }),
    new PolicyStatement({ actions: ['s3:ListBucket'], resources: [results.bucketArn] }),
    new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: secrets.map(({ ref }) => ref) }),
  ];
}

/** Bundled by esbuild on this machine, straight into `cdk.out`. CDK insists on naming an image; it is never pulled. */
function bundledCode(): Code {
  return Code.fromAsset(fileURLToPath(new URL('../functions/menu-import', import.meta.url)), {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      image: DockerImage.fromRegistry('never-pulled'),
      local: {
        tryBundle(directory) {
          bundleFunction(directory);
          return true;
        },
      },
    },
  });
}
