import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import { buildReport } from '../../../functions/menu-import/report/build-report.ts';
import { renderPage } from '../../../functions/menu-import/report/render-page.ts';
import type { ReportRow } from '../../../functions/menu-import/report/report-schema.ts';
import { pageFromSource } from '../../../infra/bundle-page.ts';
import { openHtml } from '../../support/browser.ts';

const assets = await pageFromSource();
const header = {
  id: 'a1b2',
  merchant: 'warung-hoshi',
  trigger: 'upload',
  source: { bucket: 'uploads', key: 'uploads/warung-hoshi/menu.xlsx', sha256: '', bytes: 0 },
  startedAt: '2026-11-24T09:00:00.000Z',
  finishedAt: '2026-11-24T09:01:00.000Z',
} as const;
const hostile = 'a/b & "c"!<b>%';

function row(sheet: string, number: number, cell?: string): ReportRow {
  const told = { code: 'price_unreadable', severity: 'error', sheet, message: 'It is no price.', fix: 'Write a number.' } as const;
  const place = { sheet, row: number, title: `${sheet} ${number}`, requestIds: [] };
  if (cell === undefined) return { ...place, status: 'created', issues: [] };
  return { ...place, status: 'failed', issues: [{ ...told, row: number, cell }] };
}

function pageOf(rows: ReportRow[]): string {
  return renderPage(buildReport(header, { rows, blankRows: 0, issues: [], calls: { calls: 0, retries: 0 } }), assets);
}

const menu = [...Array.from({ length: 500 }, (_, position) => row('Menu', position + 2)), row('Menu', 502, 'C502'), row(hostile, 2, 'B2')];

type Page = Awaited<ReturnType<typeof openHtml>>['page'];
const follow = async (page: Page, name: string) => {
  await page.getByRole('link', { name }).click();
  await page.locator('tr[aria-current]').waitFor();
};
const markedTitle = (page: Page) => page.locator('tr[aria-current="location"] .title').textContent();
const focusedTitle = (page: Page) => page.evaluate(() => document.activeElement?.querySelector('.title')?.textContent);
const isInView = (page: Page) =>
  page
    .locator('tr[aria-current]')
    .evaluate((line) => line.getBoundingClientRect().top >= 0 && line.getBoundingClientRect().bottom <= innerHeight);

describe('a link to a cell', () => {
  test('shows its row, though it was not drawn, marks it and gives it the focus', async () => {
    const { page, surprises } = await openHtml(pageOf(menu));
    await follow(page, 'Menu C502');
    expect(new URL(page.url()).hash).toBe('#Menu!C502');
    expect(await markedTitle(page)).toBe('Menu 502');
    expect(await focusedTitle(page)).toBe('Menu 502');
    expect(await isInView(page)).toBe(true);
    expect(await page.locator('.here').textContent()).toContain('C502: It is no price.');
    expect(surprises).toEqual([]);
  });

  test('works by the keyboard, and from there on to the links of the row', async () => {
    const { page } = await openHtml(pageOf(menu));
    await page.getByRole('link', { name: 'Menu C502' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('tr[aria-current]').waitFor();
    expect(await focusedTitle(page)).toBe('Menu 502');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Menu 502');
  });

  test('shows its row, though it was filtered away', async () => {
    const { page } = await openHtml(pageOf(menu));
    await page.getByLabel('What became of it').selectOption('In klikit now');
    await page.getByLabel('Search').fill('menu 17');
    await follow(page, 'Menu C502');
    expect(await markedTitle(page)).toBe('Menu 502');
    expect(await page.getByLabel('Search').inputValue()).toBe('');
    expect(await page.locator('#found').textContent()).toBe('502 rows');
  });

  test('works again after one has gone on', async () => {
    const { page } = await openHtml(pageOf(menu));
    await follow(page, 'Menu C502');
    await page.getByLabel('Search').fill('menu 17');
    await follow(page, 'Menu C502');
    expect(await focusedTitle(page)).toBe('Menu 502');
  });

  test('leads to a sheet of any name', async () => {
    const { page } = await openHtml(pageOf(menu));
    await follow(page, `${hostile} B2`);
    expect(await markedTitle(page)).toBe(`${hostile} 2`);
    expect(page.url()).toContain('#a%2Fb%20%26%20%22c%22!%3Cb%3E%25!B2');
  });

  test('leaves the rows before within reach', async () => {
    const { page } = await openHtml(pageOf(menu));
    await follow(page, 'Menu C502');
    expect(await page.locator('#rows tr').count()).toBe(12);
    await page.getByRole('button', { name: 'Show the rows before' }).click();
    expect(await page.locator('#rows tr').count()).toBe(112);
    expect(await page.locator('#rows .title').first().textContent()).toBe('Menu 392');
  });

  test('leaves nothing out on paper', async () => {
    const { page } = await openHtml(pageOf(menu));
    await follow(page, 'Menu C502');
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await page.locator('#rows .title').allTextContents()).toEqual(menu.map(({ title }) => title));
  });
});

describe('an address with a place', () => {
  const openAt = async (fragment: string, options = {}) => {
    const opened = await openHtml(pageOf(menu), options);
    await opened.page.goto('about:blank');
    await opened.page.goto(`http://report.test/report.html${fragment}`);
    return opened;
  };

  test('opens there', async () => {
    const { page, surprises } = await openAt('#Menu!C502');
    expect(await markedTitle(page)).toBe('Menu 502');
    expect(await focusedTitle(page)).toBe('Menu 502');
    expect(await isInView(page)).toBe(true);
    expect(surprises).toEqual([]);
  });

  test.each(['#Menu!9999', '#Menu!C1', '#Nowhere!A2', '#%E0%A4%A!A2', '#!', '#table', '#<script>!A2'])(
    '%s leads nowhere, and does no harm',
    async (fragment) => {
      const { page, surprises } = await openAt(fragment);
      expect(await page.locator('tr[aria-current]').count()).toBe(0);
      expect(await page.locator('#rows tr').count()).toBe(100);
      expect(surprises).toEqual([]);
    },
  );

  test.each(['light', 'dark'] as const)('is right for a screen reader and on a phone (%s)', async (colorScheme) => {
    const { page } = await openAt('#Menu!C502', { viewport: { width: 360, height: 740 }, colorScheme });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  });
});
