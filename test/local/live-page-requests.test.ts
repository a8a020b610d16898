import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { startSandboxedStack } from '../support/import-into-sandbox.ts';
import { livePageOf, menuOf } from './live-page-fixture.ts';

interface Answer {
  status: number | undefined;
  text: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** A request as it stands here: `fetch` sets `Host` and the path itself. */
function ask(
  url: string,
  method: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  body?: Uint8Array,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, path, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => resolve({ status: answer.statusCode, text: Buffer.concat(chunks).toString(), headers: answer.headers }));
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

async function start() {
  const stack = await startSandboxedStack();
  const url = await livePageOf(stack);
  const upload = (path: string, headers: Readonly<Record<string, string>> = { origin: url }, body: Uint8Array = new Uint8Array(3)) =>
    ask(url, 'POST', path, headers, body);
  return { stack, url, upload, port: new URL(url).port };
}

describe('who may ask', () => {
  test('a name that leads to this machine is not enough: the page is not read, and nothing is uploaded', async () => {
    const { url, upload, port } = await start();
    for (const host of [`evil.test:${port}`, '127.0.0.1', `localhost:1${port}`, `127.0.0.1.evil.test:${port}`]) {
      expect(await ask(url, 'GET', '/', { host })).toMatchObject({ status: 403, text: expect.stringContaining('on this machine only') });
      expect(await upload('/uploads/demo/menu.xlsx', { host, origin: `http://${host}` })).toMatchObject({ status: 403 });
    }
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`]) {
      expect(await ask(url, 'GET', '/', { host })).toMatchObject({ status: 200 });
    }
  });

  test.each([
    ['no word of where it comes from', () => ({})],
    ['another origin', () => ({ origin: 'https://evil.test' })],
    ['a page without an origin', () => ({ origin: 'null' })],
    ['another port of this machine', () => ({ origin: 'http://127.0.0.1:4568', 'sec-fetch-site': 'same-site' })],
    ['an origin and a site that contradict each other', (url: string) => ({ origin: url, 'sec-fetch-site': 'cross-site' })],
    ['a navigation of the user', () => ({ 'sec-fetch-site': 'none' })],
  ])('an upload with %s is refused', async (_, headers) => {
    const { stack, url, upload } = await start();
    const arrived: string[] = [];
    stack.watch(({ kind }) => arrived.push(kind));
    expect(await upload('/uploads/demo/menu.xlsx', headers(url))).toMatchObject({
      status: 403,
      text: expect.stringContaining('from this page only'),
    });
    expect(arrived).toEqual([]);
  });

  test.each([
    ['the origin', (url: string) => ({ origin: url })],
    ['the site', () => ({ 'sec-fetch-site': 'same-origin' })],
  ])('one that %s says to be the page is taken', async (_, headers) => {
    const { stack, url, upload } = await start();
    const reported = new Promise((resolve) => {
      stack.watch((news) => news.kind === 'reported' && resolve(news.merchant));
    });
    expect(await upload('/uploads/demo/menu.xlsx', headers(url), await menuOf('Ramen'))).toMatchObject({ status: 204, text: '' });
    expect(await reported).toBe('demo');
  });
});

describe('what may be asked', () => {
  test.each([
    ['/uploads/somebody/menu.xlsx', 404, 'no secret for the merchant somebody'],
    ['/uploads/..%2Fdemo/menu.xlsx', 400, 'small letters'],
    ['/uploads/Demo/menu.xlsx', 400, 'small letters'],
    ['/uploads/demo/..%2F..%2Fmenu.xlsx', 400, 'Drop the workbook itself'],
    ['/uploads/demo/a%2Fb.xlsx', 400, 'Rename it'],
    ['/uploads/demo/a%00b.xlsx', 400, 'Rename it'],
    ['/uploads/demo/%E0%A4.xlsx', 400, 'percent-encoded'],
    ['/uploads/demo/~$menu.xlsx', 400, 'a workbook that is open'],
    ['/uploads/demo/.DS_Store', 400, 'hidden file'],
    [`/uploads/demo/${'a'.repeat(201)}`, 400, 'longer than 200'],
    ['/uploads/demo/', 404, '/uploads/{merchant}/{file name}'],
    ['/', 404, '/uploads/{merchant}/{file name}'],
  ])('an upload to %s is answered %i', async (path, status, because) => {
    const { upload } = await start();
    expect(await upload(path)).toMatchObject({ status, text: expect.stringContaining(because) });
  });

  test('more than 10 MB are not taken, said beforehand or not', async () => {
    const { url, upload } = await start();
    const large = new Uint8Array(10_000_001);
    const text = 'menu.xlsx is larger than 10 MB, which no menu needs. Remove the pictures from it, or split it.';
    expect(await upload('/uploads/demo/menu.xlsx', { origin: url, 'content-length': String(large.length) }, large)).toMatchObject({
      status: 413,
      text,
    });
    expect(await upload('/uploads/demo/menu.xlsx', { origin: url, 'transfer-encoding': 'chunked' }, large)).toMatchObject({
      status: 413,
      text,
    });
  });

  test.each([
    '/nothing',
    '/constructor',
    '/reports/demo/0123456789abcdef0123456789abcdef/',
    '/reports/demo/0123456789abcdef0123456789abcdef/latest.json',
    '/reports/demo/../../uploads/demo/menu.xlsx',
    '/reports/..%2F..%2Fledger/0123456789abcdef0123456789abcdef/report.json',
    '/reports/Demo/0123456789abcdef0123456789abcdef/report.json',
  ])('there is nothing at %s', async (path) => {
    const { url } = await start();
    expect(await ask(url, 'GET', path)).toMatchObject({ status: 404, text: expect.stringContaining('nothing here') });
  });

  test('a report that is not there is named', async () => {
    const { url } = await start();
    const answer = await ask(url, 'GET', '/reports/demo/0123456789abcdef0123456789abcdef/report.xlsx');
    expect(answer).toMatchObject({ status: 404, text: 'This import has no report.xlsx.' });
  });

  test('other methods are told which there are', async () => {
    const { url } = await start();
    for (const method of ['PUT', 'DELETE', 'OPTIONS']) {
      expect(await ask(url, method, '/', { origin: url })).toMatchObject({ status: 405, headers: { allow: 'GET, POST' } });
    }
  });
});

test('every answer is what it says it is, and for this page alone', async () => {
  const { stack, url } = await start();
  const { import: about } = await stack.importWorkbook('demo', "Ménu ('new').xlsx", await menuOf('Ramen'));
  for (const path of ['/', '/example.xlsx', '/nothing', `/reports/demo/${about.id}/report.json`]) {
    expect((await ask(url, 'GET', path)).headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
  }
  const page = await ask(url, 'GET', '/');
  expect(page.headers['content-security-policy']).toMatch(
    /^default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'; connect-src 'self'/,
  );
  expect(page.text).not.toContain(stack.directory);
  const report = await ask(url, 'GET', `/reports/demo/${about.id}/report.html`);
  expect(report.headers['content-type']).toBe('text/html; charset=utf-8');
  const workbook = await ask(url, 'GET', `/reports/demo/${about.id}/report.xlsx`);
  expect(workbook.headers['content-disposition']).toBe("attachment; filename*=UTF-8''M%C3%A9nu%20%28%27new%27%29%20report.xlsx");
  expect(report.text).toMatch(/http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-/);
});
