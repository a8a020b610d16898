import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { publishedS3, StateInUse, takeStateDirectory } from '../../infra/local/state-directory.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

describe('a state directory', () => {
  test('belongs to one process at a time, and to the next when it is released', async () => {
    const root = await temporaryDirectory();
    const state = await takeStateDirectory(root, 'sandbox');
    await expect(takeStateDirectory(root, 'sandbox')).rejects.toThrow(StateInUse);
    await state.release();
    expect((await takeStateDirectory(root, 'sandbox')).buckets).toBe(state.buckets);
  });

  test('is another for each klikit, because their ids mean nothing to each other', async () => {
    const root = await temporaryDirectory();
    const [sandbox, real] = [await takeStateDirectory(root, 'sandbox'), await takeStateDirectory(root, 'api.dev.shadowchef.co')];
    expect(real.buckets).not.toBe(sandbox.buckets);
  });

  test('whose owner was killed can be taken', async () => {
    const root = await temporaryDirectory();
    const first = await takeStateDirectory(root, 'sandbox');
    const { pid } = spawnSync(process.execPath, ['--version']);
    await writeFile(join(root, 'sandbox', 'lock'), String(pid));
    expect((await takeStateDirectory(root, 'sandbox')).log).toBe(first.log);
  });

  test('tells where its buckets can be read, as long as its owner has it', async () => {
    const root = await temporaryDirectory();
    const first = await takeStateDirectory(root, 'sandbox');
    expect(await publishedS3(root, 'sandbox')).toBeUndefined();
    await first.publishS3('http://127.0.0.1:4566');
    expect(await publishedS3(root, 'sandbox')).toBe('http://127.0.0.1:4566');
    await first.release();
    expect(await publishedS3(root, 'sandbox')).toBeUndefined();
  });

  test('whose owner was killed tells nothing any more once another has it', async () => {
    const root = await temporaryDirectory();
    await (await takeStateDirectory(root, 'sandbox')).publishS3('http://127.0.0.1:4566');
    const { pid } = spawnSync(process.execPath, ['--version']);
    await writeFile(join(root, 'sandbox', 'lock'), String(pid));
    await takeStateDirectory(root, 'sandbox');
    expect(await publishedS3(root, 'sandbox')).toBeUndefined();
  });
});
