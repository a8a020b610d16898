import { describe, expect, test } from 'vitest';
import { Credentials } from '../../../functions/menu-import/klikit/credentials.ts';
import { PaceMemory } from '../../../functions/menu-import/klikit/pacing/pace-memory.ts';

const apiUrl = 'https://api.klikit.test';
const credentials = new Credentials('partner', 'secret');
const learnt = { limit: 50, windowMs: 1_000, concurrency: 7 };

describe('the pace of a credential', () => {
  test('is the same for every import of a process', () => {
    const paces = new PaceMemory(32);
    expect(paces.of(apiUrl, new Credentials('partner', 'secret'))).toBe(paces.of(apiUrl, credentials));
  });

  test('is the same after its secret was replaced', () => {
    const paces = new PaceMemory(32);
    expect(paces.of(apiUrl, new Credentials('partner', 'new-secret'))).toBe(paces.of(apiUrl, credentials));
  });

  test('is the same however its klikit is written', () => {
    const paces = new PaceMemory(32);
    expect(paces.of(`${apiUrl}/v1/partner/`, credentials)).toBe(paces.of(apiUrl, credentials));
  });

  test('is another one for another partner key, also with the same secret', () => {
    const paces = new PaceMemory(32);
    expect(paces.of(apiUrl, new Credentials('other', 'secret'))).not.toBe(paces.of(apiUrl, credentials));
  });

  test('is another one at another host', () => {
    const paces = new PaceMemory(32);
    expect(paces.of('https://sandbox.klikit.test', credentials)).not.toBe(paces.of(apiUrl, credentials));
  });

  test('is another one in another process', () => {
    expect(new PaceMemory(32).of(apiUrl, credentials)).not.toBe(new PaceMemory(32).of(apiUrl, credentials));
  });
});

describe('what another process learnt', () => {
  test('is gone on with for a credential that this one has not used', () => {
    expect(new PaceMemory(32).of(apiUrl, credentials, learnt).learnt()).toEqual(learnt);
  });

  test('is old for a credential that this one has used', () => {
    const paces = new PaceMemory(32);
    const own = paces.of(apiUrl, credentials).learnt();
    expect(paces.of(apiUrl, credentials, learnt).learnt()).toEqual(own);
    expect(paces.of(apiUrl, new Credentials('other', 'secret'), learnt).learnt()).toEqual(learnt);
  });

  test('does not let more calls fly than this one may', () => {
    expect(new PaceMemory(3).of(apiUrl, credentials, learnt).learnt().concurrency).toBe(3);
  });
});
