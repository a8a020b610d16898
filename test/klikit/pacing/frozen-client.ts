import { setImmediate as nextTurn } from 'node:timers/promises';
import { createKlikitClient } from '../../../functions/menu-import/klikit/client.ts';
import { Credentials } from '../../../functions/menu-import/klikit/credentials.ts';
import { keepAliveFetch } from '../../../functions/menu-import/klikit/http-fetch.ts';
import { Pacing } from '../../../functions/menu-import/klikit/pacing/pacing.ts';

/** A client in a process of its own, so that it can be frozen between two rounds of creates. Prints what came of each round. */
const [, , apiUrl = ''] = process.argv;
const credentials = new Credentials('partner', 'secret');
const klikit = createKlikitClient({
  apiUrl,
  credentials,
  rereadCredentials: () => Promise.resolve(credentials),
  fetch: keepAliveFetch(),
  now: () => new Date(),
  sleep: (ms) => new Promise((resolve) => void setTimeout(resolve, ms)),
  random: Math.random,
  permit: { isValid: () => true, renew: () => Promise.resolve() },
  resends: true,
  skuField: 'skuID',
  requestTimeoutMs: 10_000,
  maxPauseSeconds: 30,
  pacing: new Pacing(4),
});

async function createFour(name: string): Promise<string> {
  const writes = [1, 2, 3, 4].map((number) => ({ idempotencyKey: `${name}-${number}`, body: JSON.stringify({ name, number }) }));
  const outcomes = await Promise.all(writes.map((write) => klikit.createItem(write)));
  return `${JSON.stringify(outcomes.map(({ outcome, attempts }) => ({ outcome, attempts })))}\n`;
}

const before = await createFour('before');
// Connections are kept for later in a turn of their own.
for (let turn = 0; turn < 3; turn += 1) await nextTurn();

// Works on, and hears nothing of its connections, until its clock jumps: that is what being frozen looks like from within.
let last = Date.now();
process.stdout.write(before);
for (let now = last; now < last + 1_000; now = Date.now()) last = now;

process.stdout.write(await createFour('after'));
process.exit(0);
