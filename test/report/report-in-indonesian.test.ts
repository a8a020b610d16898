import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import { renderPage } from '../../functions/menu-import/report/render-page.ts';
import { pageFromSource } from '../../infra/bundle-page.ts';
import { showRefusal, showWhatToFix } from '../../infra/local/command-line/show-report.ts';
import { openHtml } from '../support/browser.ts';
import { startSandboxedStack } from '../support/import-into-sandbox.ts';
import { menuWorkbook } from '../support/menu-workbook.ts';

const assets = await pageFromSource();
const settings = [
  ['Language', 'Indonesian'],
  ['VAT %', 11],
];
const menu = {
  Menu: [
    ['Nama', 'Harga', 'SKU', 'Pemasok'],
    ['Nasi goreng', 45_000, 'A1', 'Budi'],
    ['Kopi susu', '18k', 'A2', null],
    ['Sate', 30_000, 'A3', null],
    ['Sate ayam', 32_000, 'A3', null],
    ['Es teh', null, 'A4', null],
  ],
  Opsi: [
    ['Nama', 'Harga', 'Grup'],
    ['Besar', 5_000, 'Ukuran'],
    ['Sedang', 0, 'Porsi'],
  ],
  Settings: settings,
};
/** Words of every English sentence. */
const english = /\b(?:the|this|is|are|was|were|row|rows|not|what|which|write|upload|show|all|sent)\b/i;

describe('a workbook whose settings say Indonesian', () => {
  test('gets its report in Indonesian, and the console stays English', async () => {
    const stack = await startSandboxedStack();
    const report = await stack.importWorkbook('demo', 'menu.xlsx', await menuWorkbook(menu));
    expect(report).toMatchObject({ language: 'id', import: { outcome: 'completed_with_issues' }, summary: { failed: 5, created: 2 } });
    const issues = [...report.issues, ...report.rows.flatMap((row) => row.issues)];
    expect(issues.map(({ code }) => code)).toEqual([
      'unknown_column',
      'price_unreadable',
      'duplicate_row',
      'duplicate_row',
      'price_missing',
      'group_not_found',
    ]);
    for (const { message, fix } of issues) expect(`${message} ${fix}`.replaceAll(/"[^"]*"/g, '')).not.toMatch(english);
    expect(report.rows[1]?.issues[0]).toMatchObject({ cell: 'B3', message: expect.stringContaining('"18k" di B3 tidak dapat dibaca') });
    expect(showWhatToFix(report)).toContain('"18k" in B3 cannot be read as a price.');

    const { page, surprises } = await openHtml(renderPage(report, assets));
    expect(await page.locator('html').getAttribute('lang')).toBe('id');
    const text = await page.locator('body').innerText();
    expect(text).toContain('Menu Anda sudah ada di klikit, tetapi belum semuanya: 5 baris tidak masuk klikit.');
    expect(text.replaceAll(/"[^"]*"/g, '')).not.toMatch(english);
    const labels = await page
      .locator('[aria-label], [placeholder]')
      .evaluateAll((all) => all.map((each) => `${each.getAttribute('aria-label') ?? ''} ${each.getAttribute('placeholder') ?? ''}`));
    expect(labels.join('\n')).not.toMatch(english);
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
    expect(violations.map(({ id }) => id)).toEqual([]);
    await page.getByLabel('Cari').fill('nasi goreng');
    expect(await page.locator('#found').textContent()).toBe('1 dari 7 baris');
    expect(surprises).toEqual([]);
  });

  test('is refused in Indonesian', async () => {
    const stack = await startSandboxedStack();
    const bytes = await menuWorkbook({
      Menu: [
        ['Nama', 'SKU'],
        ['Sate', 'A1'],
      ],
      Settings: settings,
    });
    const report = await stack.importWorkbook('demo', 'menu.xlsx', bytes);
    expect(report).toMatchObject({
      language: 'id',
      import: { outcome: 'refused', reason: 'no_price_column' },
      issues: [{ message: expect.stringContaining('Kolom untuk harga tidak ditemukan. Judul kolom yang ada: "Nama", "SKU".') }],
    });
    expect(showRefusal(report, 'menu.xlsx')).toContain('No column for the prices was found. Headers seen: "Nama", "SKU".');
    const { page } = await openHtml(renderPage(report, assets));
    expect(await page.locator('body').innerText()).toContain('File ini tidak dapat dipakai. Tidak ada yang dikirim ke klikit.');
  });

  test('is refused in Indonesian also for another of its settings', async () => {
    const stack = await startSandboxedStack();
    const bytes = await menuWorkbook({ Menu: menu.Menu, Settings: [['Currency', 'kerang'], ...settings] });
    const report = await stack.importWorkbook('demo', 'menu.xlsx', bytes);
    expect(report).toMatchObject({
      language: 'id',
      issues: [{ code: 'setting_unreadable', fix: expect.stringContaining('kode mata uang') }],
    });
  });
});

describe('where the workbook does not say', () => {
  test.each([
    ['it could not be read', Buffer.from('')],
    [
      'it names no language',
      menuWorkbook({
        Menu: [
          ['Nama', 'Harga'],
          ['Sate', '30k'],
        ],
      }),
    ],
  ])('the deployment does: %s', async (_, bytes) => {
    const stack = await startSandboxedStack({}, { DEFAULT_LANGUAGE: 'id' });
    const report = await stack.importWorkbook('demo', 'menu.xlsx', await bytes);
    const [issue] = [...report.issues, ...report.rows.flatMap((row) => row.issues)];
    expect(report.language).toBe('id');
    expect(issue?.message).toMatch(/File ini kosong|tidak dapat dibaca sebagai harga/);
  });

  test('a language without words is told in English', async () => {
    const stack = await startSandboxedStack();
    const bytes = await menuWorkbook({
      Menu: [
        ['Title', 'Price'],
        ['ต้มยำ', 'x'],
      ],
      Settings: [
        ['Language', 'Thai'],
        ['VAT %', 7],
      ],
    });
    const report = await stack.importWorkbook('demo', 'menu.xlsx', bytes);
    expect(report).toMatchObject({
      language: 'en',
      rows: [{ issues: [{ message: expect.stringContaining('cannot be read as a price') }] }],
    });
  });
});
