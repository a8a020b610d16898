import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { onTestFinished } from 'vitest';
import { type S3ServerOptions, startS3Server } from '../../infra/local/s3/start-s3-server.ts';

export const bucket = 'some-bucket';

/** A directory that is gone after the test. */
export async function temporaryDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 's3-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

/** A server with one bucket, and a client of it; both end with the test. */
export async function startS3(options: Partial<S3ServerOptions> = {}) {
  const directory = options.directory ?? (await temporaryDirectory());
  const server = await startS3Server({ buckets: [{ name: bucket, notify: true }], ...options, directory });
  onTestFinished(server.close);
  return { ...server, directory, client: s3Client(server.url) };
}

/** The SDK's client as it comes, with one attempt for each request. */
export function s3Client(url: string, accessKeyId = 'OWNER', config: S3ClientConfig = {}): S3Client {
  const credentials = { accessKeyId, secretAccessKey: 'secret' };
  const client = new S3Client({ endpoint: url, region: 'ap-southeast-1', credentials, maxAttempts: 1, ...config });
  onTestFinished(() => client.destroy());
  return client;
}

/** For `sort`. */
export function byText(left: string | undefined = '', right: string | undefined = ''): number {
  return left < right ? -1 : Number(left > right);
}
