import { randomUUID } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { sandboxCredentials } from '../../infra/local/sandbox/sandbox-credentials.ts';
import type { SandboxOptions } from '../../infra/local/sandbox/sandbox-options.ts';
import { startKlikitSandbox } from '../../infra/local/sandbox/start-klikit-sandbox.ts';

export const itemsPath = '/v1/partner/menus/items';
export const linksPath = '/v1/partner/menus/modifier-groups/modifiers';

/** The vendor's own example, as far as the contract shows it. */
export const pizza = {
  title: { en: 'Margherita Pizza', id: 'Pizza Margherita' },
  description: { en: 'Tomato, mozzarella, basil' },
  isEnabled: true,
  vat: 0,
  visibilities: { '1': true },
  prices: { '1': { IDR: { price: 85_000, takeAwayPrice: 85_000 } } },
  fromAPI: true,
};

/** What came back of one call. */
export interface Reply {
  status: number;
  headers: Headers;
  body: { request_id: string; data?: unknown; error?: { code: string; message: string; details?: { field: string; message: string }[] } };
}

interface Sending {
  /** `undefined` sends none. */
  key?: string | undefined;
  /** The header's value; empty sends none. */
  authorization?: string;
  signal?: AbortSignal;
}

export function basic(partnerKey: string, secretKey: string): string {
  return `Basic ${Buffer.from(`${partnerKey}:${secretKey}`).toString('base64')}`;
}

/** Calls a sandbox with `fetch`, with credentials and a key of its own unless told otherwise. */
export function caller(url: string) {
  const own = basic(sandboxCredentials.partnerKey, sandboxCredentials.secretKey);
  const send = async (method: string, path: string, { authorization = own, key, signal }: Sending, body?: string): Promise<Reply> => {
    const headers = { ...(authorization === '' ? {} : { authorization }), ...(key === undefined ? {} : { 'idempotency-key': key }) };
    const options = { method, headers, redirect: 'manual' as const, ...(body === undefined ? {} : { body }), ...(signal && { signal }) };
    const response = await fetch(`${url}${path}`, options);
    return { status: response.status, headers: response.headers, body: (await response.json()) as Reply['body'] };
  };
  const post = (path: string, body: unknown, sending: Sending = {}) =>
    send('POST', path, { key: randomUUID(), ...sending }, typeof body === 'string' ? body : JSON.stringify(body));
  const get = (path: string, sending: Sending = {}) => send('GET', path, sending);
  /** Creates an entry and answers its id. */
  const create = async (fields: object = {}): Promise<number> => {
    const { body } = await post(itemsPath, { ...pizza, ...fields });
    return (body.data as { id: number }).id;
  };
  return { send, post, get, create };
}

/** A sandbox with two groups, and a caller for it. It ends with the test. */
export async function startSandbox(options: SandboxOptions = {}) {
  const groups = [
    { id: 2101, title: 'Spice level' },
    { id: 2105, title: { en: 'Drink size', id: 'Ukuran' } },
  ];
  const sandbox = await startKlikitSandbox({ groups, ...options });
  onTestFinished(() => sandbox.close());
  return { ...sandbox, ...caller(sandbox.url) };
}
