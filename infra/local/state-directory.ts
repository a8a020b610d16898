import { mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Another process works on the same state. */
export class StateInUse extends Error {
  override readonly name = 'StateInUse';
}

export interface StateDirectory {
  /** Where the objects of the local buckets lie. */
  buckets: string;
  /** What the klikit sandbox holds. */
  sandboxState: string;
  log: string;
  /** Tells other processes where the buckets can be read as long as this one has them. */
  publishS3: (url: string) => Promise<void>;
  release: () => Promise<void>;
}

/** Where the state of one klikit lies, if there is any. */
export function stateDirectoryOf(root: string, klikit: string): string {
  return join(root, klikit.replaceAll(/[^\w.-]/g, '_'));
}

/** Where a state directory that another process has taken can be read, or `undefined` where that one does not say so, or not yet. */
export async function publishedS3(root: string, klikit: string): Promise<string | undefined> {
  try {
    const url = await readFile(s3File(stateDirectoryOf(root, klikit)), 'utf8');
    return /^http:\/\/127\.0\.0\.1:\d+$/.test(url) ? url : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Takes a directory for one process. Each klikit has a directory of its own, because the ids that one klikit gave out mean
 * nothing to another: the sandbox's never count as made in production. Throws `StateInUse`.
 */
export async function takeStateDirectory(root: string, klikit: string): Promise<StateDirectory> {
  const directory = stateDirectoryOf(root, klikit);
  await mkdir(directory, { recursive: true });
  const lock = join(directory, 'lock');
  await takeLock(lock);
  const published = s3File(directory);
  // Of an owner that was killed.
  await rm(published, { force: true });
  return {
    buckets: bucketsOf(directory),
    sandboxState: join(directory, 'sandbox.json'),
    log: join(directory, 'import.log'),
    publishS3: (url) => writeFile(published, url),
    release: async () => {
      await rm(published, { force: true });
      await rm(lock, { force: true });
    },
  };
}

/** Where the buckets lie in the state of one klikit. */
export function bucketsOf(directory: string): string {
  return join(directory, 'buckets');
}

/** Beside the lock, not in it: a lock that is being written looks like one without an owner. */
function s3File(directory: string): string {
  return join(directory, 's3-url');
}

async function takeLock(lock: string): Promise<void> {
  try {
    const file = await open(lock, 'wx');
    await file.writeFile(String(process.pid));
    await file.close();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    const owner = Number(await readFile(lock, 'utf8').catch(() => '0'));
    if (isRunning(owner)) throw new StateInUse(`another command (process ${owner}) is using this state directory`, { cause: error });
    // Its owner was killed and could not clean up.
    await rm(lock, { force: true });
    await takeLock(lock);
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
