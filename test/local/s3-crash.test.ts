import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import { expect, onTestFinished, test } from 'vitest';
import { bucket, byText, s3Client, startS3, temporaryDirectory } from './s3-fixture.ts';

const serverProcess = fileURLToPath(new URL('s3-server-process.ts', import.meta.url));

async function startServerProcess(directory: string): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [serverProcess, directory, bucket], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, url: line.toString().trim() };
}

function bodyOf(key: string): string {
  return `${key} `.repeat(40_000);
}

test.each([3, 11, 24])('a server killed after %i answers has every object it answered for, and no half one', async (answersBeforeKill) => {
  const directory = await temporaryDirectory();
  const { child, url } = await startServerProcess(directory);
  const client = s3Client(url);

  const answered: string[] = [];
  const writes = Array.from({ length: 60 }, async (_, index) => {
    const key = `key-${index}`;
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: bodyOf(key), IfNoneMatch: '*' }));
    answered.push(key);
    if (answered.length === answersBeforeKill) child.kill('SIGKILL');
  });
  await Promise.all([once(child, 'exit'), Promise.allSettled(writes)]);
  expect(answered.length).toBeGreaterThanOrEqual(answersBeforeKill);

  const { client: later } = await startS3({ directory });
  const { Contents = [] } = await later.send(new ListObjectsV2Command({ Bucket: bucket }));
  const keys = Contents.map(({ Key }) => Key);
  expect(keys).toEqual(expect.arrayContaining(answered.sort(byText)));
  for (const key of keys) {
    const { Body } = await later.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    expect(await Body?.transformToString()).toBe(bodyOf(key ?? ''));
  }
});
