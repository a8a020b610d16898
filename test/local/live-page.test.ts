import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { startLivePage } from '../../infra/local/live-page/start-live-page.ts';
import { startLocalStack } from '../../infra/local/start-local-stack.ts';
import { openAddress } from '../support/browser.ts';
import { startSandboxedStack } from '../support/import-into-sandbox.ts';
import { menuWorkbook } from '../support/menu-workbook.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';
import { livePageOf, menuOf } from './live-page-fixture.ts';

const example = fileURLToPath(new URL('../../infra/local/example/warung-hoshi.xlsx', import.meta.url));

/** Drags files over the area and lets go, as a hand would. */
async function drop(page: Page, files: Readonly<Record<string, Uint8Array>>): Promise<void> {
  const encoded = Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')] as const);
  await page.evaluate((files) => {
    const dataTransfer = new DataTransfer();
    for (const [name, text] of files) {
      dataTransfer.items.add(new File([Uint8Array.from(atob(text), (character) => character.charCodeAt(0))], name));
    }
    for (const type of ['dragenter', 'dragover', 'drop']) {
      document.querySelector('#drop')?.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    }
  }, encoded);
}

const cardOf = (page: Page, file: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: file, exact: true }) });

/** What is said of an import when it is over. */
async function outcomeOf(page: Page, file: string): Promise<string | null> {
  return await cardOf(page, file).locator('.outcome strong').textContent();
}

describe('a workbook that is dropped', () => {
  test('is imported, and its report opens from the page', async () => {
    const { page, surprises } = await openAddress(await livePageOf(await startSandboxedStack()));
    await page.getByText('None yet.').waitFor();
    await drop(page, { 'warung-hoshi.xlsx': await readFile(example) });
    const card = cardOf(page, 'warung-hoshi.xlsx');
    await card.getByText('The menu is in klikit, but not all of it').waitFor();
    expect(await card.locator('.legend').textContent()).toMatch(/\d+ In klikit now.*\d+ Not in klikit/);
    expect(await page.locator('#said').textContent()).toMatch(/^warung-hoshi.xlsx: The menu is in klikit, but not all of it/);
    expect(await page.getByText('None yet.').isVisible()).toBe(false);

    const opened = page.waitForEvent('popup');
    await card.getByRole('link', { name: 'Open the report of warung-hoshi.xlsx' }).click();
    const report = await opened;
    await report.getByRole('heading', { name: 'warung-hoshi.xlsx' }).waitFor();
    expect(await report.locator('.outcome').textContent()).toContain('The menu is in klikit, but not all of it');
    expect(await report.locator('#rows tr').count()).toBeGreaterThan(60);
    expect(surprises).toEqual([]);
  });

  test('shows how far it is, and what it waits for', async () => {
    const stack = await startSandboxedStack({}, { MAX_PAUSE_SECONDS: '10' });
    const isLast = ({ body }: { body: unknown }) => JSON.stringify(body ?? '').includes('Third');
    stack.sandbox.inject({ kind: 'status', status: 503, retryAfter: '3', match: isLast });
    const { page } = await openAddress(await livePageOf(stack));
    await drop(page, { 'menu.xlsx': await menuOf('First', 'Second', 'Third') });
    const card = cardOf(page, 'menu.xlsx');
    await card.getByText('klikit is out of order. It is tried again in 3 seconds.').waitFor();
    await card.getByText('2 of 3 rows · 3 calls · 1 pause').waitFor();
    const bar = card.getByRole('progressbar', { name: 'Rows of menu.xlsx' });
    expect(await bar.evaluate((element: HTMLProgressElement) => [element.value, element.max])).toEqual([2, 3]);

    // Whoever comes now sees the same.
    const { page: late } = await openAddress(page.url());
    await cardOf(late, 'menu.xlsx').getByText('2 of 3 rows · 3 calls · 1 pause').waitFor();
    for (const each of [page, late]) await cardOf(each, 'menu.xlsx').getByText('The menu is in klikit.').waitFor();
  });

  test('waits for those before it, and the newest stands above', async () => {
    const stack = await startSandboxedStack({}, { MAX_PAUSE_SECONDS: '10' });
    stack.sandbox.inject({ kind: 'status', status: 503, retryAfter: '2' });
    const { page } = await openAddress(await livePageOf(stack));
    await drop(page, { 'one.xlsx': await menuOf('One'), 'two.xlsx': await menuOf('Two') });
    await cardOf(page, 'two.xlsx').getByText('Waits until the imports before it are done.').waitFor();
    await cardOf(page, 'two.xlsx').getByText('The menu is in klikit.').waitFor();
    expect(await page.getByRole('heading', { level: 3 }).allTextContents()).toEqual(['two.xlsx', 'one.xlsx']);
  });

  test('and is none is uploaded all the same, and answered', async () => {
    const { page } = await openAddress(await livePageOf(await startSandboxedStack()));
    await drop(page, { 'menu.png': Buffer.from('\u0089PNG\r\n\u001A\n', 'latin1') });
    const card = cardOf(page, 'menu.png');
    await card.getByText('The file could not be used. Nothing was sent to klikit.').waitFor();
    expect(await card.locator('.outcome p').nth(1).textContent()).toMatch(/\w+.*\./);
    expect(await card.getByRole('link', { name: 'Open the report' }).count()).toBe(1);
  });

  test('comes back as a workbook that can be dropped again', async () => {
    const { page } = await openAddress(await livePageOf(await startSandboxedStack()), { acceptDownloads: true });
    await drop(page, { 'menu (1).xlsx': await menuOf('Ramen', 'Udon') });
    const started = page.waitForEvent('download');
    await cardOf(page, 'menu (1).xlsx').getByRole('link', { name: 'Get it as a workbook' }).click();
    const download = await started;
    expect(download.suggestedFilename()).toBe('menu (1) report.xlsx');
    await drop(page, { [download.suggestedFilename()]: await readFile(await download.path()) });
    await cardOf(page, 'menu (1) report.xlsx').getByText('2 Was in klikit').waitFor();
  });

  test('in Indonesian has a report in Indonesian, on a page that stays English', async () => {
    const { page } = await openAddress(await livePageOf(await startSandboxedStack()));
    const settings = [['Language', 'id']];
    const rows = [
      ['Title', 'Price'],
      ['Nasi goreng', 'mahal'],
    ];
    await drop(page, { 'menu.xlsx': await menuWorkbook({ Menu: rows, Settings: [['Setting', 'Value'], ...settings] }) });
    expect(await outcomeOf(page, 'menu.xlsx')).toBe('The menu is in klikit, but not all of it: 1 row is not in klikit.');
    const opened = page.waitForEvent('popup');
    await cardOf(page, 'menu.xlsx').getByRole('link', { name: 'Open the report' }).click();
    expect(await (await opened).locator('html').getAttribute('lang')).toBe('id');
  });

  test('but cannot be taken is told why, and the others are imported', async () => {
    const stack = await startSandboxedStack();
    const { page } = await openAddress(await livePageOf(stack));
    await drop(page, { 'big.xlsx': new Uint8Array(10_000_001), '~$menu.xlsx': new Uint8Array(1), 'menu.xlsx': await menuOf('Ramen') });
    await cardOf(page, 'menu.xlsx').getByText('The menu is in klikit.').waitFor();
    expect(await page.locator('#refused li').allTextContents()).toEqual([
      'big.xlsx is larger than 10 MB, which no menu needs. Remove the pictures from it, or split it.',
      '~$menu.xlsx is what Excel leaves beside a workbook that is open. Drop the workbook itself.',
    ]);
    expect(await page.getByRole('heading', { level: 3 }).allTextContents()).toEqual(['menu.xlsx']);
  });

  test('may be named like markup, and stays text', async () => {
    const name = `"><img src=x onerror=alert(1)><b>'&amp;.xlsx`;
    const { page, surprises } = await openAddress(await livePageOf(await startSandboxedStack()));
    await drop(page, { [name]: await menuOf('Ramen'), [`~$${name}`]: new Uint8Array(1) });
    await cardOf(page, name).getByText('The menu is in klikit.').waitFor();
    expect(await page.locator('h3').allTextContents()).toEqual([name]);
    expect(await page.locator('#refused li').textContent()).toContain(`~$${name} is what Excel leaves`);
    expect(await page.locator('img, h3 b, #refused b').count()).toBe(0);
    expect(surprises.filter((surprise) => !surprise.includes('status of 400'))).toEqual([]);
  });
});

test('a file is chosen by the keyboard', async () => {
  const { page } = await openAddress(await livePageOf(await startSandboxedStack()));
  await page.getByLabel('Choose a file').focus();
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Enter');
  await (await chooser).setFiles({ name: 'menu.xlsx', mimeType: '', buffer: Buffer.from(await menuOf('Ramen')) });
  expect(await outcomeOf(page, 'menu.xlsx')).toBe('The menu is in klikit.');
});

test('whoever has no menu at hand imports the example', async () => {
  const { page } = await openAddress(await livePageOf(await startSandboxedStack()));
  await page.getByRole('button', { name: 'Import the example menu' }).click();
  expect(await outcomeOf(page, 'warung-hoshi.xlsx')).toContain('The menu is in klikit, but not all of it');
});

test('what a program uploads appears on the open page', async () => {
  const stack = await startSandboxedStack();
  const { page } = await openAddress(await livePageOf(stack));
  await page.getByText('None yet.').waitFor();
  const client = new S3Client({
    endpoint: stack.s3Url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'LOCALOWNER', secretAccessKey: 'local' },
  });
  const body = await menuOf('Ramen');
  await client.send(new PutObjectCommand({ Bucket: 'local-uploads', Key: 'uploads/demo/by program.xlsx', Body: body }));
  expect(await outcomeOf(page, 'by program.xlsx')).toBe('The menu is in klikit.');
});

test('with several merchants, one is chosen', async () => {
  const stack = await startLocalStack({ stateRoot: await temporaryDirectory(), merchants: ['demo', 'warung-hoshi'] });
  const url = await livePageOf(stack);
  const { page } = await openAddress(url);
  await page.getByLabel('for the merchant').selectOption('warung-hoshi');
  await drop(page, { 'menu.xlsx': await menuOf('Ramen') });
  expect(await outcomeOf(page, 'menu.xlsx')).toBe('The menu is in klikit.');
  expect(await cardOf(page, 'menu.xlsx').locator('.about b').textContent()).toBe('warung-hoshi');
  await stack.close();
});

test('after a restart the page comes back by itself, with the imports of before', async () => {
  const stateRoot = await temporaryDirectory();
  const first = await startLocalStack({ stateRoot, merchants: ['demo'] });
  const served = await startLivePage(first, 0);
  const { page } = await openAddress(served.url);
  await drop(page, { 'menu.xlsx': await menuOf('Ramen') });
  await cardOf(page, 'menu.xlsx').getByText('The menu is in klikit.').waitFor();
  await served.close();
  await first.close();
  await page.getByText('The import has stopped running.').waitFor();
  await drop(page, { 'late.xlsx': await menuOf('Udon') });
  await page.getByText('late.xlsx could not be sent, because the import does not run.').waitFor();

  const second = await startLocalStack({ stateRoot, merchants: ['demo'] });
  const again = await startLivePage(second, Number(new URL(served.url).port));
  await page.getByText('The import has stopped running.').waitFor({ state: 'hidden' });
  const { page: fresh } = await openAddress(again.url);
  for (const each of [page, fresh]) {
    expect(await cardOf(each, 'menu.xlsx').getByText('The menu is in klikit.').count()).toBe(1);
    expect(await each.getByRole('heading', { level: 3 }).allTextContents()).toEqual(['menu.xlsx']);
  }
  await again.close();
  await second.close();
});

describe('on a phone', () => {
  test.each(['light', 'dark'] as const)('nothing is wider than the screen, and axe finds no fault (%s)', async (colorScheme) => {
    const stack = await startSandboxedStack({}, { MAX_PAUSE_SECONDS: '10' });
    const { page } = await openAddress(await livePageOf(stack), { viewport: { width: 390, height: 844 }, colorScheme });
    const long = `${'menu'.repeat(30)}.xlsx`;
    await drop(page, { 'warung-hoshi.xlsx': await readFile(example), [long]: new Uint8Array(9) });
    await cardOf(page, long).getByText('The file could not be used.').waitFor();
    stack.sandbox.inject({ kind: 'status', status: 503, retryAfter: '3' });
    await drop(page, { 'big.xlsx': new Uint8Array(10_000_001), 'menu.xlsx': await menuOf('Ramen'), 'other.xlsx': await menuOf('Udon') });
    await cardOf(page, 'menu.xlsx').getByText('klikit is out of order.').waitFor();
    await page.getByText('big.xlsx is larger than 10 MB').waitFor();
    await page.getByText('Upload by a program').click();

    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() =>
      (globalThis as unknown as { axe: typeof axe }).axe.run({ resultTypes: ['violations'] }),
    );
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  });
});
