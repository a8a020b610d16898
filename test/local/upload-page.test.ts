import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { S3Client } from '@aws-sdk/client-s3';
import type { Page } from 'playwright-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { placeholdersOf } from '../../functions/menu-import/words/fill-template.ts';
import { makeUploadLink } from '../../infra/local/command-line/upload-link/make-upload-link.ts';
import { startS3Server } from '../../infra/local/s3/start-s3-server.ts';
import { checkFile } from '../../infra/upload-page/check-file.ts';
import { localeFor } from '../../infra/upload-page/locale-for.ts';
import { readAnswer } from '../../infra/upload-page/read-answer.ts';
import { renderUploadPage } from '../../infra/upload-page/render-upload-page.ts';
import { safeFileName } from '../../infra/upload-page/safe-file-name.ts';
import { uploadWords } from '../../infra/upload-page/words/upload-words.ts';
import { openAddress } from '../support/browser.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

/** Lets go of a file over the area, as a hand would. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  const make = `(() => { const dropped = new DataTransfer(); dropped.items.add(new File([${JSON.stringify(text)}], ${JSON.stringify(name)})); return dropped; })()`;
  const dataTransfer = await page.evaluateHandle(make);
  await page.locator('#drop').dispatchEvent('drop', { dataTransfer });
}

test('the page is opened from a file, sends a menu, and says what next, why not, and when it is over', async () => {
  const directory = await temporaryDirectory();
  const keys: (string | undefined)[] = [];
  const secrets: Record<string, string> = { operator: 'test' };
  const s3 = await startS3Server({
    directory: join(directory, 's3'),
    buckets: [{ name: 'uploads', notify: true, cors: [{ origins: ['*'], methods: ['POST'], exposes: [] }] }],
    formSecretKeys: secrets,
    onObjectCreated: ({ Records }) => void keys.push(Records[0]?.s3.object.key),
  });
  onTestFinished(() => s3.close());
  const credentials = { accessKeyId: 'operator', secretAccessKey: 'test' };
  const client = new S3Client({ endpoint: s3.url, region: 'us-east-1', credentials });
  const { link } = await makeUploadLink(client, 'uploads', { merchant: 'demo', expiresSeconds: 3_600 });
  const file = join(directory, 'upload.html');
  await writeFile(file, await renderUploadPage({ ...link, language: 'en', contact: 'Sari' }));
  const { page, surprises } = await openAddress(pathToFileURL(file).href, { timezoneId: 'Asia/Jakarta', locale: 'en-GB' });

  await drop(page, '~$menu.xlsx', 'x');
  await page.getByRole('alert').getByText('is what Excel leaves beside a workbook').waitFor();
  await drop(page, 'Menu: Cafe\u0301 & Kopi.csv', 'Title,Price\nKopi,20000\n');
  await page.getByRole('heading', { name: 'has arrived.' }).waitFor();
  expect(keys).toEqual(['uploads/demo/Menu%3A+Caf%C3%A9+%26+Kopi.csv']);
  expect(await page.evaluate(`document.querySelector('progress').value`)).toBe(1);
  expect(await page.locator('#failed').isVisible()).toBe(false);
  const next = await page.locator('#next').textContent();
  expect(next).toContain('You get the report from Sari.');
  expect(next).toMatch(/upload the workbook here again until \w+,? \d+ \w+ \d{4} at \d+:\d\d (?:GMT\+7|WIB)/);
  expect(surprises).toEqual([]);

  delete secrets['operator'];
  await page.getByRole('button', { name: 'Upload another file' }).click();
  await drop(page, 'menu.csv', 'Title');
  await page.getByText('This page has been switched off. Ask Sari for a new one.').waitFor();

  await page.clock.install({ time: new Date(Date.parse(link.expiresAt) + 1) });
  await page.reload();
  await page.getByText(/^This page worked until .*Ask Sari for a new one\.$/).waitFor();
  expect(await page.locator('#drop').isVisible()).toBe(false);
});

test('the words are there in both languages, and mention the same', () => {
  const mentionsOf = (words: unknown): unknown =>
    typeof words === 'string'
      ? { isEmpty: words.trim() === '', mentions: placeholdersOf(words).toSorted() }
      : Object.fromEntries(Object.entries(words as object).map(([name, value]) => [name, mentionsOf(value)]));
  expect(mentionsOf(uploadWords('id'))).toEqual(mentionsOf(uploadWords('en')));
  expect(JSON.stringify(mentionsOf(uploadWords('en')))).not.toContain('"isEmpty":true');
});

describe('before it is sent, a file', () => {
  const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

  test.each([
    ['menu.xlsx', 'PK\u0003\u0004', undefined],
    ['menu.csv', 'Title,Price', undefined],
    ['menu', 'unheard of', undefined],
    ['~$menu.xlsx', 'x', 'lockFile'],
    ['.DS_Store', 'x', 'hiddenFile'],
    ['menu.xlsx', '', 'empty'],
    ['menu.xlsx', 'x'.repeat(101), 'tooLarge'],
    ['menu.xlsx', '%PDF-1.7', 'picture'],
    ['menu.jpg', '\u00FF\u00D8\u00FF\u00E0', 'picture'],
    ['IMG_1.HEIC', '\u0000\u0000\u0000\u0018ftypheic', 'picture'],
    ['menu.xls', '\u00D0\u00CF\u0011\u00E0\u00A1', 'oldExcel'],
  ])('%j that begins with %j: %s', (name, text, failure) => {
    expect(checkFile({ name, bytes: bytes(text) }, 100)).toBe(failure);
  });

  test.each([
    ['Menu Cafe\u0301.xlsx', 'Menu Café.xlsx'],
    ['a/b\\c\u0000.xlsx', 'a-b-c-.xlsx'],
    ['\u202Exslx.menu', '-xslx.menu'],
    ['${filename}.xlsx', '$filename}.xlsx'],
    ['\uD800.xlsx', '\uFFFD.xlsx'],
    [`${'ä'.repeat(300)}.xlsx`, `${'ä'.repeat(159)}…${'ä'.repeat(35)}.xlsx`],
  ])('named %j gets a key that ends in %j', (name, safe) => {
    expect(safeFileName(name)).toBe(safe);
  });
});

test.each([
  [204, '', { outcome: 'arrived' }],
  [403, '<Code>AccessDenied</Code><Message>Invalid according to Policy: Policy expired.</Message>', { outcome: 'expired' }],
  [400, '<Code>ExpiredToken</Code>', { failure: 'withdrawn' }],
  [400, '<Code>EntityTooLarge</Code>', { failure: 'tooLarge' }],
  [400, '<Code>RequestTimeout</Code>', { failure: 'broken' }],
  [503, '<Code>SlowDown</Code>', { failure: 'busy' }],
  [403, '<Code>AccessDenied</Code><Message>Policy Condition failed</Message>', { failure: 'refused', code: 'AccessDenied' }],
  [502, '<html>', { failure: 'busy', code: 'HTTP 502' }],
])('the answer %d %j means %j', (status, body, answer) => {
  expect(readAnswer(status, body)).toMatchObject(answer);
});

test.each([
  ['en', ['id-ID', 'en-AU'], 'en-AU'],
  ['id', ['en-US', 'en'], 'id'],
  ['en', ['en-US@posix'], 'en'],
] as const)('times in %j, for a browser that speaks %j, are written as in %j', (language, spoken, locale) => {
  expect(localeFor(language, spoken)).toBe(locale);
});
