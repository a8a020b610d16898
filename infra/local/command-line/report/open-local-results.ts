import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { S3Client } from '@aws-sdk/client-s3';
import { isAllowedLocally, localBuckets, localIdentities } from '../../deployed-role.ts';
import { startS3Server } from '../../s3/start-s3-server.ts';
import { bucketsOf, publishedS3, type StateDirectory, StateInUse, stateDirectoryOf, takeStateDirectory } from '../../state-directory.ts';

export interface LocalResults {
  /** Absent where nothing was imported yet. */
  client?: S3Client;
  bucketName: string;
  /** Other klikits that something was imported into. */
  elsewhere: string[];
  close: () => Promise<void>;
}

/** The results bucket of the local stack: that of a stack that runs on the same state, else one of its own. Throws `StateInUse`. */
export async function openLocalResults(stateRoot: string, klikit: string): Promise<LocalResults> {
  const bucketName = localBuckets.results;
  const elsewhere = await otherKlikits(stateRoot, klikit);
  if (!hasResults(stateDirectoryOf(stateRoot, klikit))) return { bucketName, elsewhere, close: async () => undefined };
  const state = await takeOrFind(stateRoot, klikit);
  if (typeof state === 'string') {
    const client = ownersClient(state);
    return { client, bucketName, elsewhere, close: async () => client.destroy() };
  }
  try {
    const s3 = await startS3Server({ directory: state.buckets, buckets: [{ name: bucketName }], allow: isAllowedLocally });
    const client = ownersClient(s3.url);
    const close = async () => {
      client.destroy();
      await s3.close();
      await state.release();
    };
    return { client, bucketName, elsewhere, close };
  } catch (error) {
    await state.release();
    throw error;
  }
}

const patience = { attempts: 30, pauseMs: 100 };

/** The state, or the address of whoever has it. Another reader has it for a moment only. */
async function takeOrFind(stateRoot: string, klikit: string): Promise<StateDirectory | string> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await takeStateDirectory(stateRoot, klikit);
    } catch (error) {
      const url = error instanceof StateInUse ? await publishedS3(stateRoot, klikit) : undefined;
      if (url !== undefined) return url;
      if (!(error instanceof StateInUse) || attempt === patience.attempts) throw error;
      await sleep(patience.pauseMs);
    }
  }
}

async function otherKlikits(stateRoot: string, klikit: string): Promise<string[]> {
  const entries = await readdir(stateRoot, { withFileTypes: true }).catch(() => []);
  const own = stateDirectoryOf(stateRoot, klikit);
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .filter((name) => join(stateRoot, name) !== own && hasResults(join(stateRoot, name)));
}

function hasResults(directory: string): boolean {
  return existsSync(join(bucketsOf(directory), localBuckets.results));
}

function ownersClient(endpoint: string): S3Client {
  return new S3Client({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: localIdentities.owner, secretAccessKey: 'local' },
  });
}
