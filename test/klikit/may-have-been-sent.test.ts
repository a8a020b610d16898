import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { mayHaveBeenSent } from '../../functions/menu-import/klikit/may-have-been-sent.ts';
import { decided, virtualClient } from './virtual-client.ts';

const rejection = (cause: unknown) => new TypeError('fetch failed', { cause });
const fault = (code: string, syscall?: string) => Object.assign(new Error(code), { code, ...(syscall === undefined ? {} : { syscall }) });

describe('a request', () => {
  test.each([
    ['a refused connection', fault('ECONNREFUSED', 'connect')],
    ['a name that is not found', fault('ENOTFOUND', 'getaddrinfo')],
    ['a connection that takes too long', fault('UND_ERR_CONNECT_TIMEOUT')],
    ['a host that cannot be reached', fault('EHOSTUNREACH', 'connect')],
    ['a certificate that is out of date', fault('CERT_HAS_EXPIRED')],
    ['a certificate of somebody else', fault('ERR_TLS_CERT_ALTNAME_INVALID')],
    ['several addresses that all fail', new AggregateError([fault('ETIMEDOUT', 'connect'), fault('ENETUNREACH', 'connect')])],
  ])('was not sent where there was %s', (_, cause) => {
    expect(mayHaveBeenSent(rejection(cause))).toBe(false);
  });

  test.each([
    ['a connection was reset', fault('ECONNRESET', 'read')],
    ['the other side closed', fault('UND_ERR_SOCKET')],
    ['the host went away during the answer', fault('EHOSTUNREACH', 'read')],
    ['the encryption failed, at whatever time', fault('ERR_SSL_BAD_RECORD_MAC')],
    ['one of several faults came later', new AggregateError([fault('ECONNREFUSED', 'connect'), fault('ECONNRESET', 'read')])],
    ['several faults are none', new AggregateError([])],
    ['nothing is known', undefined],
  ])('may have been sent where %s', (_, cause) => {
    expect(mayHaveBeenSent(rejection(cause))).toBe(true);
  });

  test('may have been sent where it ran out of time', () => {
    expect(mayHaveBeenSent(new DOMException('too late', 'TimeoutError'))).toBe(true);
  });
});

test('a port where nobody listens is waited for, and in the end nothing was attempted', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => {
    server.close(resolve);
  });
  const { client } = virtualClient(`http://127.0.0.1:${port}`);
  expect(await client.createItem(decided('Menu!2', {}))).toMatchObject({
    outcome: 'not_attempted',
    cause: 'klikit_unreachable',
    requestIds: [],
  });
  expect(client.stopped()).toBe('klikit_unreachable');
});
