import { DeleteObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { onTestFinished, vi } from 'vitest';
import { s3ObjectStore } from '../../functions/menu-import/store/s3-object-store.ts';
import { runCommand } from '../../infra/local/command-line/run-command.ts';
import type { AccessPolicy } from '../../infra/local/s3/access.ts';
import { startS3Server } from '../../infra/local/s3/start-s3-server.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

export interface Ended {
  status: number;
  out: string;
  err: string;
}

/** The command line, in this process. */
export async function runWords(words: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Ended> {
  let [out, err] = ['', ''];
  const console = { out: (text: string) => void (out += text), err: (text: string) => void (err += text), interactive: false };
  const status = await runCommand(words, console, environment);
  return { status, out, err };
}

/** A results bucket somewhere else, which the SDK finds by its own environment as it finds one on AWS. */
export async function startRemoteBucket() {
  const asked: string[] = [];
  const refusals: AccessPolicy[] = [];
  const s3 = await startS3Server({
    directory: await temporaryDirectory(),
    buckets: [{ name: 'results' }],
    allow: (request) => {
      if (request.accessKeyId === 'operator') asked.push(`${request.action} ${request.key ?? ''}`);
      return !refusals.some((refuses) => refuses(request));
    },
  });
  onTestFinished(() => s3.close());
  useAwsEnvironment({ AWS_ENDPOINT_URL_S3: s3.url, AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'operator', AWS_SECRET_ACCESS_KEY: 'test' });
  const owner = new S3Client({ endpoint: s3.url, region: 'us-east-1', credentials: { accessKeyId: 'owner', secretAccessKey: 'test' } });
  onTestFinished(() => owner.destroy());
  return {
    s3,
    results: s3ObjectStore(owner, 'results'),
    remove: (key: string) => owner.send(new DeleteObjectCommand({ Bucket: 'results', Key: key })),
    /** What the command line asked of the bucket, as policies name it. */
    asked,
    /** From now on the command line is answered 403 for such requests. */
    refuse: (policy: AccessPolicy) => void refusals.push((request) => request.accessKeyId === 'operator' && policy(request)),
    report: (...words: string[]) => runWords(['report', ...words, '--bucket', 'results']),
  };
}

/** What the SDK's own chain finds, and nothing of the machine that the tests run on. */
export function useAwsEnvironment(environment: Record<string, string>): void {
  const nothing = { AWS_CONFIG_FILE: '/dev/null', AWS_SHARED_CREDENTIALS_FILE: '/dev/null', AWS_EC2_METADATA_DISABLED: 'true' };
  const names = Object.keys(process.env).filter((name) => name.startsWith('AWS_'));
  for (const name of names) vi.stubEnv(name, undefined);
  for (const [name, value] of Object.entries({ ...nothing, ...environment })) vi.stubEnv(name, value);
  onTestFinished(() => void vi.unstubAllEnvs());
}
