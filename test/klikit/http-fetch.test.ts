import { createServer } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test, vi } from 'vitest';
import { keepAliveFetch } from '../../functions/menu-import/klikit/http-fetch.ts';
import { mayHaveBeenSent } from '../../functions/menu-import/klikit/may-have-been-sent.ts';

async function listening(server: Server): Promise<URL> {
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => void server.close());
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
}

function post(body: string, signal = new AbortController().signal) {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body, redirect: 'manual', signal } as const;
}

const echo = () =>
  createServer((request, response) => {
    void text(request).then((body) => response.writeHead(201, { 'x-length': request.headers['content-length'] ?? '' }).end(body));
  });

test('a call is answered with status, headers and body, to the byte', async () => {
  const url = await listening(echo());
  const { status, headers, body } = await keepAliveFetch()(url, post('{"title":"珈琲"}'));
  expect(status).toBe(201);
  expect(headers.get('x-length')).toBe('18');
  expect(headers.get('retry-after')).toBeNull();
  expect(
    await text(
      body ??
        (() => {
          throw new Error('no body');
        })(),
    ),
  ).toBe('{"title":"珈琲"}');
});

test('a connection is used again, and again, and nothing piles up on it', async () => {
  const warnings = vi.fn();
  process.on('warning', warnings);
  onTestFinished(() => void process.off('warning', warnings));
  const server = echo();
  const connections = vi.fn();
  server.on('connection', connections);
  const url = await listening(server);
  const send = keepAliveFetch();
  for (let call = 0; call < 30; call += 1) {
    const { body } = await send(url, post('{}'));
    for await (const _ of body ?? []) {
      // Read to its end.
    }
  }
  expect(connections).toHaveBeenCalledTimes(1);
  expect(warnings).not.toHaveBeenCalled();
});

test('where nobody listens nothing was sent', async () => {
  const server = createTcpServer();
  const url = await listening(server);
  await new Promise((resolve) => server.close(resolve));
  const rejection = await keepAliveFetch()(url, post('{}')).catch((error: unknown) => error);
  expect(mayHaveBeenSent(rejection)).toBe(false);
});

test('a server that takes the call and hangs up may have done it', async () => {
  const server = createTcpServer((socket) => socket.once('data', () => socket.destroy()));
  const rejection = await keepAliveFetch()(await listening(server), post('{}')).catch((error: unknown) => error);
  expect(rejection).toBeInstanceOf(TypeError);
  expect(mayHaveBeenSent(rejection)).toBe(true);
});

test('a server that takes the call and is silent may have done it when the time is over', async () => {
  const timeout = new AbortController();
  const server = createTcpServer((socket) => socket.once('data', () => timeout.abort()));
  const rejection = await keepAliveFetch()(await listening(server), post('{}', timeout.signal)).catch((error: unknown) => error);
  expect(mayHaveBeenSent(rejection)).toBe(true);
});

test('time that is over before there is a connection is no doubt: nothing was sent', async () => {
  const timeout = new AbortController();
  const url = await listening(createTcpServer());
  const rejected = keepAliveFetch()(url, post('{}', timeout.signal)).catch((error: unknown) => error);
  timeout.abort();
  expect(mayHaveBeenSent(await rejected)).toBe(false);
});

test('a redirect is an answer, and is not followed', async () => {
  const seen = vi.fn();
  const server = createServer((request, response) => {
    seen(request.url);
    response.writeHead(302, { location: '/elsewhere' }).end();
  });
  expect((await keepAliveFetch()(await listening(server), post('{}'))).status).toBe(302);
  expect(seen.mock.calls).toEqual([['/']]);
});
