import { describe, expect, test } from 'vitest';
import { itemsPath, linksPath, pizza, startSandbox } from './sandbox-fixture.ts';

async function read(url: string): Promise<{ response: Response; page: string }> {
  const response = await fetch(url);
  return { response, page: await response.text() };
}

function idr(price: number, takeAwayPrice = price) {
  return { '1': { IDR: { price, takeAwayPrice } } };
}

/** What a reader sees of a page: its text without markup, spaces as one. */
function textOf(page: string): string {
  const body = page.slice(page.indexOf('<body>'));
  return body
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
    .replaceAll(/\s+/g, ' ');
}

describe('the page', () => {
  test('needs no credentials, loads nothing and runs nothing', async () => {
    const { url, calls } = await startSandbox();
    const { response, page } = await read(url);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; style-src 'unsafe-inline'");
    expect(page).toContain('http-equiv="Content-Security-Policy"');
    expect(page).not.toMatch(/<script|<link|<img|src=|https?:|url\(/);
    expect(calls()).toEqual([]);
  });

  test('says that there is nothing yet', async () => {
    const { url } = await startSandbox({ groups: [] });
    const text = textOf((await read(url)).page);
    for (const sentence of ['No items yet.', 'There are no modifier groups.', 'No modifier options yet.', 'Nothing has been called yet.']) {
      expect(text).toContain(sentence);
    }
  });

  test('shows an item with its titles, prices, SKU, VAT, visibility, state and id', async () => {
    const { url, create } = await startSandbox();
    const prices = { ...idr(85_000, 87_500), '6': { USD: { price: 4.5, takeAwayPrice: 4.5 }, JPY: { price: 600, takeAwayPrice: 600 } } };
    const title = { en: 'Shoyu ramen', id: 'Ramen shoyu', ja: '醤油ラーメン' };
    const id = await create({
      title,
      prices,
      skuID: '00042',
      vat: 11,
      preparationTime: 15,
      visibilities: { '1': true, '6': true, '7': false },
    });
    await create({ isEnabled: false, visibilities: { '1': false } });
    const text = textOf((await read(url)).page);
    for (const part of [
      `#${id}`,
      ...Object.values(title),
      'IDR\u00a085,000 take-away IDR\u00a087,500'.replaceAll(/\s/g, ' '),
      'USD 4.50 provider 6',
      'JPY 600 provider 6',
      'SKU 00042',
      'VAT 11%',
      '15 min',
      'enabled visible on klikit, provider 6 ',
      'disabled hidden everywhere',
    ]) {
      expect(text).toContain(part);
    }
  });

  test('shows groups with their options in sequence, and the options that are in none', async () => {
    const { url, create, post } = await startSandbox();
    const option = (en: string) => create({ title: { en }, onlyModifier: true, prices: idr(0) });
    const [hot, mild] = [await option('Hot'), await option('Mild')];
    await option('Stray');
    const attach = [
      { id: hot, sequence: 2 },
      { id: mild, sequence: 1 },
    ];
    await post(linksPath, { modifierGroupID: 2101, attach });
    const text = textOf((await read(url)).page);
    expect(text).toMatch(/Spice level #2101 1 Mild #29654 IDR 0 2 Hot #29653 IDR 0 .*Drink size #2105 id Ukuran No options yet\. /);
    expect(text).toMatch(/Options in no group 1 Stray #29655 /);
    expect(text).toMatch(/items 0 modifier options 3 modifier groups 2 options in no group 1 calls 4 /);
  });

  test('lists the last twenty calls, newest first, with request ids', async () => {
    const { url, post, inject } = await startSandbox();
    for (let call = 0; call < 21; call += 1) await post(itemsPath, pizza, { key: `key-${call}` });
    inject({ kind: 'drop_before' });
    await post(itemsPath, pizza, { key: 'lost' }).catch(() => undefined);
    const { body } = await post(itemsPath, {}, { key: 'wrong' });
    const text = textOf((await read(url)).page);
    expect(text).toMatch(
      new RegExp(
        `Last calls 20 of 23 .* 400 POST /menus/items ${body.request_id} wrong .*no answer drop before .* lost .* key-20 .* key-3 `,
      ),
    );
    expect(text).not.toContain('key-2 ');
  });

  test('shows markup in every text as text', async () => {
    const { url, create, post } = await startSandbox({ groups: [{ id: 5, title: '<script>group()</script>' }], skuField: 'sku' });
    const evil = `<script>alert("1")</script>'&amp;`;
    await create({ title: { en: evil, id: `<img src=x onerror='a'>` }, description: { en: evil }, sku: evil });
    await create({ title: { en: evil }, sku: evil, onlyModifier: true });
    await post(linksPath, { modifierGroupID: 5, attach: [{ id: 29_654, sequence: 1 }] });
    await post(`/v1/<b>${evil}`, {}, { key: `"><script>` });
    const { page } = await read(url);
    expect(page).not.toMatch(/<script|<img|<b>&|"><script/);
    const escaped = '&#60;script&#62;alert(&#34;1&#34;)&#60;/script&#62;&#39;&#38;amp;';
    expect(page.split(escaped)).toHaveLength(6);
  });
});
