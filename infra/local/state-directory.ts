import { mkdir, open, readFile, rm } from 'node:fs/promises';
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
  release: () => Promise<void>;
}

/**
 * Takes a directory for one process. Each klikit has a directory of its own, because the ids that one klikit gave out mean
 * nothing to another: the sandbox's never count as made in production. Throws `StateInUse`.
 */
export async function takeStateDirectory(root: string, klikit: string): Promise<StateDirectory> {
  const directory = join(root, klikit.replaceAll(/[^\w.-]/g, '_'));
  await mkdir(directory, { recursive: true });
  const lock = join(directory, 'lock');
  await takeLock(lock);
  return {
    buckets: join(directory, 'buckets'),
    sandboxState: join(directory, 'sandbox.json'),
    log: join(directory, 'import.log'),
    release: () => rm(lock, { force: true }),
  };
}

async function takeLock(lock: string): Promise<void> {
  try {
    const file = await open(lock, 'wx');
    await file.writeFile(String(process.pid));
    await file.close();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    const owner = Number(await readFile(lock, 'utf8').catch(() => '0'));
    if (isRunning(owner)) throw new StateInUse(`another import (process ${owner}) is using this state directory`, { cause: error });
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
