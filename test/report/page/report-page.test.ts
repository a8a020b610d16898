import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import { buildRefusedReport, buildReport } from '../../../functions/menu-import/report/build-report.ts';
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

function row(number: number, more: Partial<ReportRow> = {}): ReportRow {
  return { sheet: 'Menu', row: number, status: 'created', title: `Dish ${number}`, klikitId: number, requestIds: [], issues: [], ...more };
}

const failed = (number: number, cell: string): ReportRow => {
  const { klikitId: _, ...made } = row(number, {
    status: 'failed',
    issues: [
      {
        code: 'price_unreadable',
        severity: 'error',
        sheet: 'Menu',
        row: number,
        cell,
        value: '85k',
        message: `"85k" in ${cell} cannot be read as a price.`,
        fix: 'Write a plain number, for example 85000.',
      },
    ],
  });
  return made;
};

function pageOf(rows: ReportRow[]): string {
  return renderPage(buildReport(header, { rows, blankRows: 0, issues: [], calls: { calls: rows.length, retries: 0 } }), assets);
}

const menu = [
  row(2, { requestIds: ['req_1'], title: 'Nasi goreng' }),
  row(3, { title: 'Kopi susu' }),
  failed(4, 'C4'),
  failed(5, 'C5'),
  row(2, { sheet: 'Options', status: 'unchanged', title: 'Extra egg', klikitId: 77 }),
];

describe('the page of a report', () => {
  test('says what happened and what to fix first, without a script', async () => {
    const { page } = await openHtml(pageOf(menu), { javaScriptEnabled: false });
    const text = await page.locator('body').textContent();
    expect(text).toContain('The menu is in klikit, but not all of it: 2 rows are not in klikit.');
    expect(text).toContain('"85k" in C4 cannot be read as a price.');
    expect(text).toContain('Menu C4, Menu C5');
    expect(await page.locator('.legend').textContent()).toMatch(/2 In klikit now1 Was in klikit2 Not in klikit/);
  });

  test('finds rows by words, by what became of them and by sheet', async () => {
    const { page, surprises } = await openHtml(pageOf(menu));
    const titles = () => page.locator('#rows .title').allTextContents();
    expect(await titles()).toEqual(['Nasi goreng', 'Kopi susu', 'Dish 4', 'Dish 5', 'Extra egg']);
    await page.getByLabel('Search').fill('REQ_1');
    expect(await titles()).toEqual(['Nasi goreng']);
    await page.getByLabel('Search').fill('');
    await page.getByLabel('What became of it').selectOption('Not in klikit');
    expect(await titles()).toEqual(['Dish 4', 'Dish 5']);
    expect(await page.locator('#found').textContent()).toBe('2 of 5 rows');
    await page.getByLabel('What became of it').selectOption('Anything');
    await page.getByLabel('Sheet').selectOption('Options');
    expect(await titles()).toEqual(['Extra egg']);
    expect(surprises).toEqual([]);
  });

  test('goes from a cause to its rows and back', async () => {
    const { page } = await openHtml(pageOf(menu));
    await page.getByRole('button', { name: 'Show 2 rows' }).click();
    expect(await page.locator('#rows tr').count()).toBe(2);
    expect(await page.locator('#code').innerText()).toContain('Only rows like this one: "85k" in C4 cannot be read as a price.');
    await page.getByRole('button', { name: 'Show all' }).click();
    expect(await page.locator('#rows tr').count()).toBe(5);
  });

  test('sorts by the keyboard, and says so', async () => {
    const { page } = await openHtml(pageOf(menu));
    await page.getByRole('button', { name: 'Title' }).focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('#rows .title').first().textContent()).toBe('Dish 4');
    expect(await page.locator('th', { hasText: 'Title' }).getAttribute('aria-sort')).toBe('ascending');
    await page.keyboard.press('Enter');
    expect(await page.locator('#rows .title').first().textContent()).toBe('Nasi goreng');
    expect(await page.locator('th', { hasText: 'Title' }).getAttribute('aria-sort')).toBe('descending');
  });

  test('copies a request id', async () => {
    const { page } = await openHtml(pageOf(menu));
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: (text: string) => Promise.resolve(void (document.title = text)) },
      });
    });
    await page.getByRole('button', { name: 'Copy request id req_1' }).click();
    await page.getByText('Copied req_1').waitFor();
    expect(await page.title()).toBe('req_1');
  });

  test('of a refused file says why, and has no rows', async () => {
    const issue = { code: 'a_picture', severity: 'error', message: 'This is a picture.', fix: 'Upload the Excel file.' } as const;
    const { page, surprises } = await openHtml(renderPage(buildRefusedReport(header, issue), assets));
    expect(await page.locator('main').textContent()).toMatch(/Nothing was sent to klikit\.[^]*This is a picture\. Upload the Excel file\./);
    expect(await page.locator('table').count()).toBe(0);
    expect(surprises).toEqual([]);
  });
});

describe('on a phone', () => {
  test.each(['light', 'dark'] as const)('nothing is wider than the screen, and axe finds no fault (%s)', async (colorScheme) => {
    const { page } = await openHtml(pageOf(menu), { viewport: { width: 360, height: 740 }, colorScheme });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  });
});

describe('a hostile workbook', () => {
  const evil = [
    '<img src=x onerror=alert(1)>',
    '</script><script>alert(2)</script>',
    '</style><script>alert(3)</script>',
    '"><svg onload=alert(4)>',
    "' onmouseover='alert(5)",
    '<!--<script>',
    '<a href="javascript:alert(6)">x</a>',
  ];

  test('is shown as it was written, and nothing of it runs', async () => {
    const rows = evil.map((text, position) => ({
      ...failed(position + 2, text),
      title: text,
      sheet: text,
      key: text,
      requestIds: [text],
      issues: [{ code: 'x', severity: 'error' as const, sheet: text, cell: text, value: text, message: text, fix: text }],
    }));
    const report = buildReport(
      { ...header, source: { ...header.source, key: `uploads/a/${evil.join('')}` } },
      { rows, blankRows: 0, issues: [], calls: { calls: 0, retries: 0 } },
    );
    const { page, surprises } = await openHtml(renderPage(report, assets));
    expect(await page.locator('#rows .title').allTextContents()).toEqual(evil);
    expect(await page.locator('img, a:not([href^="#"]), iframe, object, [onload], [onerror], [onmouseover]').count()).toBe(0);
    expect(await page.locator('script').count()).toBe(2);
    await page
      .getByRole('button', { name: /^Copy request id/ })
      .first()
      .click();
    expect(surprises).toEqual([]);
  });

  test('could not run a script even if it became one', async () => {
    const { page, surprises } = await openHtml(pageOf(menu));
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "run"';
      document.body.append(script);
      document.body.insertAdjacentHTML('beforeend', '<img src="http://elsewhere.test/x" onerror="document.title = \'run\'">');
    });
    expect(await page.title()).toBe('menu.xlsx: warung-hoshi');
    expect(surprises.filter((surprise) => !surprise.startsWith('console: '))).toEqual([]);
  });
});

test('20,000 rows are filtered while one types', async () => {
  const rows = Array.from({ length: 20_000 }, (_, position) => row(position + 2, { requestIds: [`req_${position}`] }));
  const { page } = await openHtml(pageOf(rows));
  const tookMs = await page.evaluate(() => {
    const search = document.querySelector<HTMLInputElement>('#search');
    const startedMs = performance.now();
    if (search !== null) search.value = 'menu!19999';
    search?.dispatchEvent(new Event('input'));
    return performance.now() - startedMs;
  });
  process.stdout.write(`of 20,000 rows one is found after ${tookMs.toFixed(0)} ms\n`);
  expect(await page.locator('#rows .title').allTextContents()).toEqual(['Dish 19999']);
  await page.getByLabel('Search').fill('');
  expect(await page.locator('#rows tr').count()).toBe(100);
  await page.getByRole('button', { name: 'Show more' }).click();
  expect(await page.locator('#rows tr').count()).toBe(200);
});
