import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdir, readdir, readFile, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { sandboxCredentials } from '../../infra/local/sandbox/sandbox-credentials.ts';
import { startKlikitSandbox } from '../../infra/local/sandbox/start-klikit-sandbox.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';
import { caller, itemsPath, linksPath, pizza, startSandbox } from './sandbox-fixture.ts';

const sandboxProcess = fileURLToPath(new URL('sandbox-process.ts', import.meta.url));

async function newStateFile(): Promise<string> {
  return join(await temporaryDirectory(), 'deeper', 'sandbox.json');
}

describe('a state file', () => {
  test('lets the next run go on where the last one ended: entries, groups, ids and keys', async () => {
    const stateFile = await newStateFile();
    const first = await startSandbox({ stateFile });
    const id = await first.create({ onlyModifier: true });
    await first.post(linksPath, { modifierGroupID: 2101, attach: [{ id, sequence: 1 }] });
    const answer = await first.post(itemsPath, pizza, { key: 'one' });
    await first.close();

    const groups = [
      { id: 2101, title: 'Heat' },
      { id: 3000, title: 'New' },
    ];
    const second = await startSandbox({ stateFile, groups });
    expect(second.state().entries).toEqual(first.state().entries);
    expect(second.state().groups).toMatchObject([
      { id: 2101, title: 'Heat', options: [{ id, sequence: 1 }] },
      { id: 2105, options: [] },
      { id: 3000, options: [] },
    ]);
    expect((await second.post(itemsPath, pizza, { key: 'one' })).body).toEqual(answer.body);
    expect(await second.create()).toBe(id + 2);
  });

  test('is one whole JSON when the sandbox has ended', async () => {
    const stateFile = await newStateFile();
    const { create, close, state } = await startSandbox({ stateFile });
    await Promise.all(Array.from({ length: 40 }, () => create()));
    await close();
    expect(await readdir(dirname(stateFile))).toEqual(['sandbox.json']);
    expect(JSON.parse(await readFile(stateFile, 'utf8'))).toEqual(state());
  });

  test.each([1, 7, 20])('of a sandbox killed after %i answers has everything it answered for', async (answersBeforeKill) => {
    const stateFile = await newStateFile();
    const { partnerKey, secretKey } = sandboxCredentials;
    const child = spawn(process.execPath, [sandboxProcess, stateFile, partnerKey, secretKey], { stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => void child.kill('SIGKILL'));
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const { create } = caller(line.toString().trim());

    const answered: number[] = [];
    const writes = Array.from({ length: 60 }, async () => {
      answered.push(await create());
      if (answered.length === answersBeforeKill) child.kill('SIGKILL');
    });
    await Promise.all([once(child, 'exit'), Promise.allSettled(writes)]);
    expect(answered.length).toBeGreaterThanOrEqual(answersBeforeKill);

    const later = await startSandbox({ stateFile });
    expect(later.state().entries.map(({ id }) => id)).toEqual(expect.arrayContaining(answered));
  });

  test('that is none stops the sandbox from starting, and stays as it is', async () => {
    const stateFile = join(await temporaryDirectory(), 'sandbox.json');
    for (const text of ['{"nextId":', '{"nextId":1}']) {
      await writeFile(stateFile, text);
      await expect(startKlikitSandbox({ stateFile })).rejects.toThrow('sandbox.json holds no state');
      expect(await readFile(stateFile, 'utf8')).toBe(text);
    }
  });

  test('with a change that broke off half-way is read up to it', async () => {
    const stateFile = await newStateFile();
    const first = await startSandbox({ stateFile });
    const id = await first.create();
    await appendFile(`${stateFile}.log`, '[{"entry":{"id":29654,"tit');
    expect((await startSandbox({ stateFile })).state().entries.map((entry) => entry.id)).toEqual([id]);
  });

  test('that cannot be written is 500 until it can, because a killed sandbox would forget the answer', async () => {
    const stateFile = await newStateFile();
    const { post, state } = await startSandbox({ stateFile });
    await mkdir(`${stateFile}.log`);
    const { status, body } = await post(itemsPath, pizza, { key: 'one' });
    expect([status, body.error?.code]).toEqual([500, 'INTERNAL']);
    await rmdir(`${stateFile}.log`);
    expect((await post(itemsPath, pizza, { key: 'one' })).status).toBe(201);
    expect(state().entries).toHaveLength(1);
    expect((await startSandbox({ stateFile })).state().entries).toEqual(state().entries);
  });
});
