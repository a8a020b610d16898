import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { Credentials } from '../../functions/menu-import/klikit/credentials.ts';
import { created, failed, html, json, redirect, scriptedServer } from '../support/scripted-server.ts';
import { decided, partnerKey, secretKey, virtualClient } from './virtual-client.ts';

const pair = `${partnerKey}:${secretKey}`;
const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('credentials that were rotated', () => {
  test('are read once for all calls that wait, which are then repeated at once', async () => {
    let reads = 0;
    const isNew = `Basic ${base64('partner:new-secret')}`;
    const { url, seen } = await scriptedServer((response) => {
      const accepted = seen.at(-1)?.headers.authorization === isNew;
      (accepted ? created : failed(401, 'auth_invalid_credential'))(response);
    });
    const { client, slept } = virtualClient(url, {
      rereadCredentials: () => {
        reads += 1;
        return Promise.resolve(new Credentials('partner', 'new-secret'));
      },
    });
    const outcomes = await Promise.all(Array.from({ length: 4 }, (_, n) => client.createItem(decided('Menu!9', { n }))));
    expect(outcomes.every(({ outcome }) => outcome === 'done')).toBe(true);
    expect(reads).toBe(1);
    expect(slept).toEqual([]);
  });

  test('and stay so are asked for again after pauses, and stop the import in the end', async () => {
    const { url, seen } = await scriptedServer(failed(401, 'MISSING_AUTH'));
    const { client } = virtualClient(url);
    expect(await client.createItem(decided('Menu!1', {}))).toMatchObject({
      outcome: 'not_attempted',
      cause: 'klikit_credentials_rejected',
    });
    expect(seen.length).toBeGreaterThan(1);
    expect(client.stopped()).toBe('klikit_credentials_rejected');
  });

  test('and cannot be read again are as good as the same ones', async () => {
    const { url } = await scriptedServer(failed(401, 'MISSING_AUTH'), failed(401, 'MISSING_AUTH'), created);
    const { client, slept } = virtualClient(url, { rereadCredentials: () => Promise.reject(new Error('no network')) });
    expect(await client.createItem(decided('Menu!1', {}))).toMatchObject({ outcome: 'done', attempts: 3 });
    expect(slept).toHaveLength(2);
  });

  test('and are others at every reading do not make klikit be asked without a pause', async () => {
    let reads = 0;
    const { url, seen } = await scriptedServer(failed(401, 'INVALID_CREDENTIALS'));
    const { client, slept } = virtualClient(url, {
      rereadCredentials: () => {
        reads += 1;
        // Without a pause this would go on for ever.
        if (reads > 100) throw new Error('asked for too often');
        return Promise.resolve(new Credentials('partner', `secret-number-${reads}`));
      },
    });
    expect(await client.createItem(decided('Menu!1', {}))).toMatchObject({
      outcome: 'not_attempted',
      cause: 'klikit_credentials_rejected',
    });
    expect(seen.length).toBe(slept.length + 2);
  });
});

describe('credentials', () => {
  test('show themselves nowhere', () => {
    const credentials = new Credentials('partner', 'secret+key/');
    expect(
      `${String(credentials)} ${JSON.stringify({ credentials })} ${inspect(credentials)} ${inspect({ credentials }, { depth: 9, showHidden: true })}`,
    ).not.toContain('secret');
  });

  test.each([
    ['as it is', secretKey],
    ['as a pair', pair],
    ['as a pair in a URL', encodeURIComponent(pair)],
    ['in base64', base64(secretKey)],
    ['as a pair in base64', base64(pair)],
    ['as a pair in base64 without its padding', base64(pair).replace(/=+$/, '')],
    ['as a pair in base64 in a URL', encodeURIComponent(base64(pair))],
    ['as the header', `Basic ${base64(pair)}`],
    ['with signs that a URL escapes', 'key?/+~', 'key?/+~'],
    ['with signs that a URL escapes, in a URL', encodeURIComponent('key?/+~'), 'key?/+~'],
    ['in the base64 of URLs', Buffer.from(`${partnerKey}:~~~???`).toString('base64url'), '~~~???'],
  ])('are taken out of a text %s', (_, form, secret = secretKey) => {
    expect(new Credentials(partnerKey, secret).redact(`it says ${form} here`)).toMatch(
      /^it says (?:Basic )?\[credentials\](?:=|%3D)* here$/,
    );
  });

  test('of which one holds the other are taken out whole', () => {
    expect(new Credentials('warung-secret', 'secret').redact('warung-secret, secret')).toBe('[credentials], [credentials]');
  });

  test('too short to tell anything leave words and request ids whole', () => {
    expect(new Credentials('a', 'b').redact('req_ab12 was bad')).toBe('req_ab12 was bad');
  });

  test.each([400, 409, 500])('are in no part of an outcome, although klikit repeats them with %i', async (status) => {
    const echo = `${secretKey} ${base64(pair)} ${base64(secretKey)}`;
    const { url } = await scriptedServer(json(status, { request_id: echo, error: { code: echo, message: echo, details: echo } }));
    const outcome = JSON.stringify(await virtualClient(url).client.createItem(decided('Menu!1', {})));
    expect(outcome).toContain('[credentials]');
    for (const form of [secretKey, base64(pair), base64(secretKey)]) expect(outcome).not.toContain(form);
  });

  test('do not follow a redirect to somebody else', async () => {
    const other = await scriptedServer(html(200));
    const { url } = await scriptedServer(redirect(`${other.url}/v1/partner/menus/items`));
    await virtualClient(url).client.createItem(decided('Menu!1', {}));
    expect(other.seen).toEqual([]);
  });
});
