import { createKlikitClient, type DecidedWrite, type KlikitClientOptions } from '../../functions/menu-import/klikit/client.ts';
import { Credentials } from '../../functions/menu-import/klikit/credentials.ts';
import { keepAliveFetch } from '../../functions/menu-import/klikit/http-fetch.ts';
import { Pacing } from '../../functions/menu-import/klikit/pacing/pacing.ts';

export const partnerKey = 'partner';
export const secretKey = 'old-secret';

/** A client whose time is virtual: sleeping moves the clock. `slept` holds every sleep, in milliseconds. */
export function virtualClient(
  apiUrl: string,
  { maxConcurrency = 4, ...more }: Partial<KlikitClientOptions> & { maxConcurrency?: number } = {},
) {
  let now = Date.parse('2026-11-24T09:00:00Z');
  const slept: number[] = [];
  const client = createKlikitClient({
    apiUrl,
    credentials: new Credentials(partnerKey, secretKey),
    rereadCredentials: () => Promise.resolve(new Credentials(partnerKey, secretKey)),
    fetch: keepAliveFetch(),
    now: () => new Date(now),
    sleep: (ms) => {
      slept.push(ms);
      now += ms;
      return Promise.resolve();
    },
    random: () => 1,
    permit: { isValid: () => true, renew: () => Promise.resolve() },
    resends: true,
    skuField: 'skuID',
    requestTimeoutMs: 500,
    maxPauseSeconds: 10,
    pacing: new Pacing(maxConcurrency),
    ...more,
  });
  return { client, slept };
}

/** A write as the ledger would name it, with a key that the tests know. */
export function decided(operation: string, body: object): DecidedWrite {
  return { idempotencyKey: `key-of-${operation}`, body: JSON.stringify(body) };
}
