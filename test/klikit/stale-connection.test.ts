import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { KlikitClientOptions } from '../../functions/menu-import/klikit/client.ts';
import { Pacing } from '../../functions/menu-import/klikit/pacing/pacing.ts';
import { decided, virtualClient } from './virtual-client.ts';

interface SeenRequest {
  key: string;
  body: string;
  /** Requests on this connection so far. */
  onConnection: number;
}

/** A server that keeps its connections; `acts` says what it does with a request, whose number counts from 1. */
async function startServer(acts: (seen: SeenRequest, number: number) => 'answer' | 'close') {
  const seen: SeenRequest[] = [];
  const requestsOn = new WeakMap<Socket, number>();
  const open = new Set<Socket>();
  const server = createServer((request, response) => {
    const { socket } = request;
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const onConnection = (requestsOn.get(socket) ?? 0) + 1;
      requestsOn.set(socket, onConnection);
      const received = { key: String(request.headers['idempotency-key']), body: Buffer.concat(chunks).toString(), onConnection };
      seen.push(received);
      if (acts(received, seen.length) === 'close') socket.destroy();
      else answer(response);
    });
  });
  server.on('connection', (socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen, open, server };
}

/** Says nothing of how long the connection is kept, as many gateways do. */
function answer(response: ServerResponse): void {
  response.writeHead(201, { 'content-type': 'application/json', connection: 'keep-alive' });
  response.end(JSON.stringify({ request_id: 'req_ok', data: { id: 7 } }));
}

/** A client that has got one answer, and heard nothing of klikit since for so long. */
async function afterSilence(url: string, silenceMs: number, options: Partial<KlikitClientOptions> = {}) {
  let nowMs = Date.parse('2026-11-24T09:00:00Z');
  const slept: number[] = [];
  const { client } = virtualClient(url, {
    now: () => new Date(nowMs),
    sleep: (ms) => {
      slept.push(ms);
      nowMs += ms;
      return Promise.resolve();
    },
    ...options,
  });
  expect(await client.createItem(decided('Menu!1', { row: 1 }))).toMatchObject({ outcome: 'done', attempts: 1 });
  nowMs += silenceMs;
  return { client, slept };
}

/** Closes each connection, without a word, at its second request. */
const closesAtSecond = ({ onConnection }: SeenRequest) => (onConnection === 2 ? ('close' as const) : ('answer' as const));

describe('a connection that klikit has closed', () => {
  test('after a long silence costs one more call, at once, with the same key and the same bytes', async () => {
    const { url, seen } = await startServer(closesAtSecond);
    const { client, slept } = await afterSilence(url, 1_000);
    expect(await client.createItem(decided('Menu!2', { row: 2 }))).toMatchObject({ outcome: 'done', attempts: 2 });
    expect(slept).toEqual([]);
    expect(seen.map(({ key, body, onConnection }) => [key, body, onConnection])).toEqual([
      ['key-of-Menu!1', '{"row":1}', 1],
      ['key-of-Menu!2', '{"row":2}', 2],
      ['key-of-Menu!2', '{"row":2}', 1],
    ]);
  });

  test('without a silence before is a doubt like any other: the write backs off', async () => {
    const { url, seen } = await startServer(closesAtSecond);
    const { client, slept } = await afterSilence(url, 999);
    expect(await client.createItem(decided('Menu!2', { row: 2 }))).toMatchObject({ outcome: 'done', attempts: 2 });
    expect(slept).toEqual([500]);
    expect(new Set(seen.slice(1).map(({ key, body }) => `${key} ${body}`))).toEqual(new Set(['key-of-Menu!2 {"row":2}']));
  });

  test('leaves the write unknown after one call where nothing may be sent again', async () => {
    const { url, seen } = await startServer(closesAtSecond);
    const { client, slept } = await afterSilence(url, 5_000, { resends: false });
    expect(await client.createItem(decided('Menu!2', { row: 2 }))).toMatchObject({ outcome: 'unknown', reason: 'no_answer', attempts: 1 });
    expect([slept, seen.length]).toEqual([[], 2]);
  });

  test('twice in the same write is a doubt the second time', async () => {
    const { url } = await startServer((_, number) => (number === 2 || number === 3 ? 'close' : 'answer'));
    const { client, slept } = await afterSilence(url, 5_000);
    expect(await client.createItem(decided('Menu!2', { row: 2 }))).toMatchObject({ outcome: 'done', attempts: 3 });
    expect(slept).toEqual([500]);
  });

  test('is a doubt in the next write, because klikit has been heard of since', async () => {
    const { url } = await startServer(closesAtSecond);
    const { client, slept } = await afterSilence(url, 5_000);
    await client.createItem(decided('Menu!2', { row: 2 }));
    expect(slept).toEqual([]);
    expect(await client.createItem(decided('Menu!3', { row: 3 }))).toMatchObject({ outcome: 'done', attempts: 2 });
    expect(slept).toEqual([500]);
  });

  test('is repeated at once, too, where leave to send had to be renewed first', async () => {
    const { url } = await startServer(closesAtSecond);
    let isValid = true;
    const renew = () => {
      isValid = true;
      return Promise.resolve();
    };
    const { client, slept } = await afterSilence(url, 5_000, { permit: { isValid: () => isValid, renew } });
    isValid = false;
    expect(await client.createItem(decided('Menu!2', { row: 2 }))).toMatchObject({ outcome: 'done', attempts: 2 });
    expect(slept).toEqual([]);
  });

  test('and others like it are no outage: as many calls may fly as before', async () => {
    const { url } = await startServer(closesAtSecond);
    const pacing = new Pacing(4);
    let nowMs = 0;
    const { client, slept } = virtualClient(url, { pacing, now: () => new Date(nowMs) });
    const four = (name: string) => Promise.all([1, 2, 3, 4].map((row) => client.createItem(decided(`${name}!${row}`, { name, row }))));
    await four('Before');
    nowMs += 5_000;
    let fewest = 4;
    const watch = setInterval(() => {
      fewest = Math.min(fewest, pacing.learnt().concurrency);
    });
    const outcomes = await four('After');
    clearInterval(watch);
    expect(outcomes.map(({ attempts }) => attempts)).toEqual([2, 2, 2, 2]);
    expect([slept, pacing.learnt().concurrency, fewest]).toEqual([[], 4, 4]);
  });

  test('costs no more calls than the five of a doubt, and one', async () => {
    const { url, seen } = await startServer((_, number) => (number === 1 ? 'answer' : 'close'));
    const { client, slept } = await afterSilence(url, 5_000);
    expect(await client.createItem(decided('Menu!2', { row: 2 }))).toMatchObject({ outcome: 'unknown', attempts: 6 });
    expect([slept, seen.length]).toEqual([[500, 1_000, 2_000, 4_000], 7]);
  });
});

describe('a process that was frozen while klikit closed its connections', () => {
  const fourDone = (attempts: number) => Array.from({ length: 4 }, () => ({ outcome: 'done', attempts }));
  const program = fileURLToPath(new URL('pacing/frozen-client.ts', import.meta.url));

  test('repeats each write at once when it goes on, and nothing is done twice', async () => {
    const { url, seen, open, server } = await startServer(() => 'answer');
    server.keepAliveTimeout = 300;
    const child = spawn(process.execPath, [program, url], { stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => void child.kill('SIGKILL'));
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const outcomes = async (): Promise<unknown> => JSON.parse(String((await lines.next()).value));

    expect(await outcomes()).toEqual(fourDone(1));
    child.kill('SIGSTOP');
    await stopped(child);
    // The longer of the two: until its connections are closed, and a silence that is long for the client.
    await Promise.all([closed(open), sleep(1_200)]);
    child.kill('SIGCONT');
    expect(await outcomes()).toEqual(fourDone(2));
    const keys = ['before', 'after'].flatMap((name) => [1, 2, 3, 4].map((number) => `${name}-${number}`));
    expect(seen.map(({ key }) => key).toSorted()).toEqual(keys.toSorted());
  });
});

/** Node hears nothing of a process that stands still, so it is asked for. */
async function stopped(child: ChildProcess): Promise<void> {
  while (!/\) T /.test(await readFile(`/proc/${child.pid}/stat`, 'utf8'))) await sleep(20);
}

async function closed(connections: ReadonlySet<Socket>): Promise<void> {
  while (connections.size > 0) await sleep(20);
}
