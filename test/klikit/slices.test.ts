import { describe, expect, test } from 'vitest';
import { created, failed, scriptedServer } from '../support/scripted-server.ts';
import { decided, virtualClient } from './virtual-client.ts';

const startMs = Date.parse('2026-11-24T09:00:00Z');
const slice = { pausedMs: 0, endsAt: new Date(startMs + 60_000), longestPauseMs: 5_000 };

describe('a slice', () => {
  test('sleeps through a short pause', async () => {
    const { url } = await scriptedServer(failed(429, 'RATE_LIMITED', { 'retry-after': '5' }), created);
    const { client, slept } = virtualClient(url, { slice });
    expect(await client.createItem(decided('Menu!1', {}))).toMatchObject({ outcome: 'done', attempts: 2 });
    expect(slept).toEqual([5_000]);
    expect(client.suspended()).toBeUndefined();
  });

  test('ends for a long one, says when to go on, and has done nothing', async () => {
    const { url } = await scriptedServer(failed(429, 'RATE_LIMITED', { 'retry-after': '8' }));
    const { client } = virtualClient(url, { slice, maxConcurrency: 1 });
    const outcomes = await Promise.all([client.createItem(decided('Menu!1', {})), client.createItem(decided('Menu!2', {}))]);
    expect(outcomes).toEqual([
      { outcome: 'suspended', requestIds: ['req_RATE_LIMITED'], attempts: 1 },
      { outcome: 'suspended', requestIds: [], attempts: 0 },
    ]);
    expect(client.suspended()).toEqual({ resumeAtMs: startMs + 8_000, pausedMs: 8_000 });
    expect(client.stopped()).toBeUndefined();
  });

  test('goes on with the pauses that were counted before it', async () => {
    const { url } = await scriptedServer(failed(429, 'RATE_LIMITED', { 'retry-after': '3' }));
    const { client } = virtualClient(url, { slice: { ...slice, pausedMs: 8_000 } });
    expect(await client.createItem(decided('Menu!1', {}))).toMatchObject({ outcome: 'not_attempted', cause: 'klikit_rate_limited' });
  });

  test('begins nothing when its time is up', async () => {
    const { url, seen } = await scriptedServer(created);
    const { client } = virtualClient(url, { slice: { ...slice, endsAt: new Date(startMs) } });
    expect(await client.createItem(decided('Menu!1', {}))).toEqual({ outcome: 'suspended', requestIds: [], attempts: 0 });
    expect(seen).toEqual([]);
  });

  test('leaves a write open that it could not end, and says that it is in doubt', async () => {
    const { url } = await scriptedServer(failed(500, 'INTERNAL'), failed(429, 'RATE_LIMITED', { 'retry-after': '8' }));
    const { client } = virtualClient(url, { slice });
    expect(await client.createItem(decided('Menu!1', {}))).toMatchObject({ outcome: 'suspended', doubt: 'server_error', attempts: 2 });
  });

  test('does not back off beyond its end', async () => {
    const { url } = await scriptedServer(failed(500, 'INTERNAL'));
    const { client, slept } = virtualClient(url, { slice: { ...slice, endsAt: new Date(startMs + 100) } });
    expect(await client.createItem(decided('Menu!1', {}))).toMatchObject({ outcome: 'suspended', doubt: 'server_error', attempts: 1 });
    expect(slept).toEqual([100]);
  });
});

describe('a write that may have been sent before', () => {
  const again = { ...decided('Menu!1', {}), doubtBefore: 'no_answer' as const };

  test('is done when klikit says so', async () => {
    const { url } = await scriptedServer(created);
    expect(await virtualClient(url).client.createItem(again)).toMatchObject({ outcome: 'done', value: { id: 7 } });
  });

  test('is unknown where klikit refuses it now, because doubt is sticky', async () => {
    const { url } = await scriptedServer(failed(400, 'REQUEST_INVALID'));
    expect(await virtualClient(url).client.createItem(again)).toMatchObject({ outcome: 'unknown', reason: 'no_answer' });
  });
});

describe('where nothing in doubt is sent again', () => {
  test('one answer that leaves doubt is the last', async () => {
    const { url, seen } = await scriptedServer(failed(502, 'DOWNSTREAM_UNAVAILABLE'), created);
    const { client } = virtualClient(url, { resends: false });
    expect(await client.createItem(decided('Menu!1', {}))).toMatchObject({ outcome: 'unknown', reason: 'server_error', attempts: 1 });
    expect(seen).toHaveLength(1);
  });

  test('what surely did nothing is sent again all the same', async () => {
    const { url } = await scriptedServer(failed(429, 'RATE_LIMITED', { 'retry-after': '1' }), created);
    const { client } = virtualClient(url, { resends: false });
    expect(await client.createItem(decided('Menu!1', {}))).toMatchObject({ outcome: 'done', attempts: 2 });
  });
});

describe('leave to send', () => {
  test('is asked for at the last moment, and renewed before anything is sent', async () => {
    const { url, seen } = await scriptedServer(created);
    const events: string[] = [];
    let isValid = false;
    const renew = () => {
      events.push(`renewed after ${seen.length} calls`);
      isValid = true;
      return Promise.resolve();
    };
    const { client } = virtualClient(url, { permit: { isValid: () => isValid, renew } });
    expect(await client.createItem(decided('Menu!1', {}))).toMatchObject({ outcome: 'done' });
    expect(events).toEqual(['renewed after 0 calls']);
  });

  test('that cannot be had ends the write without a call', async () => {
    const { url, seen } = await scriptedServer(created);
    const permit = { isValid: () => false, renew: () => Promise.reject(new Error('taken over')) };
    await expect(virtualClient(url, { permit }).client.createItem(decided('Menu!1', {}))).rejects.toThrow('taken over');
    expect(seen).toEqual([]);
  });
});
