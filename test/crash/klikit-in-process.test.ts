import { describe, expect, test } from 'vitest';
import { type KlikitBehaviour, KlikitInProcess } from './klikit-in-process.ts';
import { VirtualClock } from './virtual-clock.ts';

const authorization = `Basic ${Buffer.from('partner:secret').toString('base64')}`;
const ramen = { title: { en: 'Ramen' }, vat: 0, visibilities: { '1': true }, prices: { '1': { IDR: { price: 1, takeAwayPrice: 1 } } } };

async function open(idempotency: KlikitBehaviour['idempotency']) {
  const clock = new VirtualClock();
  const klikit = await KlikitInProcess.open(clock, { idempotency, groups: [], credentials: { partner: 'secret' } });
  const create = async (key: string, more: object = {}) => {
    const headers = { authorization, 'idempotency-key': key };
    const url = new URL('https://klikit.test/v1/partner/menus/items');
    const answer = await klikit.fetch(url, { method: 'POST', headers, body: JSON.stringify({ ...ramen, ...more }) });
    return { status: answer.status, body: await answer.json() };
  };
  return { clock, klikit, create };
}

describe('a klikit in this process', () => {
  test('that honours keys gives the same answer to the same key and body, and a conflict to another body', async () => {
    const { klikit, create } = await open('honoured');
    const first = await create('key');
    expect(first.status).toBe(201);
    expect(await create('key')).toEqual(first);
    expect(await create('key', { vat: 11 })).toMatchObject({ status: 409 });
    expect(klikit.state().entries).toHaveLength(1);
  });

  test('that ignores keys creates again', async () => {
    const { klikit, create } = await open('ignored');
    await create('key');
    await create('key');
    expect(klikit.state().entries).toHaveLength(2);
  });

  test('that forgets keys creates again when the time for that has come, by the clock of the world', async () => {
    const { klikit, create, clock } = await open({ forgetAfterMs: 600_000 });
    await create('key');
    await clock.run(clock.sleep(599_999));
    await create('key');
    expect(klikit.state().entries).toHaveLength(1);
    await clock.run(clock.sleep(1));
    await create('key');
    expect(klikit.state().entries).toHaveLength(2);
  });

  test('lets nobody in without credentials', async () => {
    const { klikit } = await open('honoured');
    const answer = await klikit.fetch('https://klikit.test/v1/partner/menus');
    expect(answer.status).toBe(401);
  });

  test('keeps every call, with what it was answered', async () => {
    const { klikit, create } = await open('honoured');
    await create('key');
    await create('key', { vat: -1 });
    expect(klikit.calls).toMatchObject([
      { method: 'POST', path: '/v1/partner/menus/items', idempotencyKey: 'key', body: JSON.stringify(ramen), status: 201 },
      { idempotencyKey: 'key', status: 409 },
    ]);
  });
});
