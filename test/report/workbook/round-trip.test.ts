import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { MenuReading, ParsedRow } from '../../../functions/menu-import/menu/menu.ts';
import { renderWorkbook } from '../../../functions/menu-import/report/workbook/render-workbook.ts';
import { cellAddress } from '../../../functions/menu-import/workbook/cell-address.ts';
import { WorkbookRefused } from '../../../functions/menu-import/workbook/errors.ts';
import { readWorkbook } from '../../../functions/menu-import/workbook/read-workbook.ts';
import type { Cell, Workbook } from '../../../functions/menu-import/workbook/workbook.ts';
import { corpusFiles } from '../../support/corpus.ts';
import { menuWorkbook } from '../../support/menu-workbook.ts';
import { reportOn } from '../../support/report-on.ts';

const firstSheet = 'klikit report';

/** A workbook, and the report on it as it is read when it is uploaded. */
async function roundTrip(source: Workbook) {
  const { reading, report } = reportOn(source);
  const back = await readWorkbook(await renderWorkbook(report, source));
  return { reading, report, back, readingOfReport: reportOn(back).reading };
}

/** What a cell is, in one line; of a formula that nobody calculated, what the report says in its place. */
function cellLine({ row, column, type, value, numberFormat = '', hidden, bold }: Cell): string {
  const shown = type === 'formula-empty' ? 'error "#N/A"' : `${type} ${JSON.stringify(value)}`;
  // A text that looks like a formula gets the format for texts.
  const format = type === 'text' && /^[=+\-@\t\r\n]/.test(value) ? '@' : numberFormat;
  return `${row}:${column} ${shown} ${format}${hidden === true ? ' hidden' : ''}${bold === true ? ' bold' : ''}`;
}

/** The cells of the merchant's sheets, less those that only the report has. */
function linesOf({ sheets }: Workbook, source: Workbook): string[][] {
  const own = sheets.filter(({ name }) => name !== firstSheet);
  return own.map(({ hidden, rows }, position) => {
    const cellsOf = (of: Workbook) => (of.sheets[position]?.rows ?? []).flatMap(({ cells }) => cells.map(cellAddress));
    const there = new Set(cellsOf(source));
    return [`${hidden}`, ...rows.flatMap(({ cells }) => cells.filter((cell) => there.has(cellAddress(cell))).map(cellLine))];
  });
}

function widthsOf({ sheets }: Workbook): number[] {
  return sheets.map(({ rows }) => Math.max(0, ...rows.map(({ cells }) => cells.at(-1)?.column ?? 0)));
}

/** A row without what the report adds to it. */
function plain(row: ParsedRow): unknown {
  if (row.outcome !== 'entry')
    return { ...row, text: '', identity: undefined, key: undefined, ...('issues' in row ? { issues: codes(row) } : {}) };
  const { klikitId: _, klikitIdCell: __, key: ___, ...entry } = row.entry;
  return { entry, issues: codes(row) };
}

function codes({ issues }: { issues: readonly { code: string; cell?: string | undefined }[] }): string[] {
  return issues.map(({ code, cell = '' }) => `${code} ${cell}`);
}

function menuIn(reading: MenuReading) {
  if (!reading.ok) return { refusal: reading.refusal.code };
  const { rows, issues, settings } = reading.menu;
  return { rows: rows.map(plain), issues: codes({ issues }), settings };
}

function expectSame({ reading, back, readingOfReport }: Awaited<ReturnType<typeof roundTrip>>, source: Workbook): void {
  expect(linesOf(back, source)).toEqual(linesOf(source, source));
  expect(menuIn(readingOfReport)).toEqual(menuIn(reading));
}

describe('a report that is uploaded as it is', () => {
  const files = corpusFiles();
  test.skipIf(files.length === 0)(
    'holds every cell of workbooks that nobody here wrote, and the same menus',
    { timeout: 120_000 },
    async () => {
      let count = 0;
      for (const { name, path } of files) {
        const source = await readWorkbook(readFileSync(path)).catch((error: unknown) => error);
        if (source instanceof WorkbookRefused) continue;
        const workbook = source as Workbook;
        const made = await roundTrip(workbook);
        expect.soft(() => expectSame(made, workbook), name).not.toThrow();
        count += 1;
      }
      process.stdout.write(`reports on ${count} workbooks of other projects hold what they hold\n`);
      expect(count).toBeGreaterThan(400);
    },
  );

  const menus: readonly [string, Parameters<typeof menuWorkbook>][] = [
    [
      'items, options, settings, section titles and notes',
      [
        {
          Menu: [
            ['Warung Hoshi', null, null],
            [null, null, null],
            ['Title', 'Price', 'SKU'],
            ['RAMEN', null, null],
            ['Miso ramen', 62_000, '00101'],
            ['Shoyu ramen', '85k', '00102'],
            ['Total', 2, null],
            ['All prices include tax and service.', null, null],
          ],
          Options: [
            ['Title', 'Price', 'Modifier group'],
            ['Hot', 0, 'Spice level'],
            ['Mild', 0, 'Spice level'],
          ],
          Settings: [
            ['Currency', 'IDR'],
            ['VAT %', 11],
          ],
        },
      ],
    ],
    [
      'a header of two rows, merged cells and a group over several rows',
      [
        {
          Menu: [
            ['Title', 'Price', null, 'Modifier group'],
            [null, 'IDR', '[6] IDR', null],
            ['Hot', 0, 1_000, 'Spice level'],
            ['Mild', 0, 1_000, null],
          ],
        },
        (workbook) => {
          const sheet = workbook.getWorksheet('Menu');
          for (const range of ['A1:A2', 'B1:C1', 'D3:D4']) sheet?.mergeCells(range);
        },
      ],
    ],
    [
      'a second table whose columns stand otherwise',
      [
        {
          Menu: [
            ['Title', 'Price'],
            ['Ramen', 60_000],
            [null, null],
            ['Price', 'Title', 'klikit ID'],
            [12_000, 'Es teh', null],
            [13_000, 'Kopi', 4711],
          ],
        },
      ],
    ],
    [
      'hidden rows, columns and sheets',
      [
        {
          Menu: [
            ['Title', 'Price', 'Description'],
            ['Ramen', 60_000, 'x'],
            ['Udon', 50_000, 'y'],
          ],
          Old: [
            ['Title', 'Price'],
            ['Soba', 1],
          ],
        },
        (workbook) => {
          const [menu, old] = workbook.worksheets;
          if (menu === undefined || old === undefined) throw new Error('two sheets');
          menu.getRow(3).hidden = true;
          menu.getColumn(3).hidden = true;
          old.state = 'hidden';
        },
      ],
    ],
    [
      'only refusable sheets',
      [
        {
          Menu: [
            ['Dish', 'Description'],
            ['Ramen', 'Noodles'],
          ],
        },
      ],
    ],
  ];

  test.each(menus)('%s', async (_, workbook) => {
    const source = await readWorkbook(await menuWorkbook(...workbook));
    const made = await roundTrip(source);
    expectSame(made, source);
    // And once more: columns are not added again.
    const twice = await roundTrip(made.back);
    expect(menuIn(twice.readingOfReport)).toEqual(menuIn(made.readingOfReport));
    expect(widthsOf(twice.back)).toEqual(widthsOf(made.back));
    expect(twice.back.sheets.map(({ name }) => name)).toEqual(made.back.sheets.map(({ name }) => name));
  });

  test('knows its rows by their klikit ID', async () => {
    const source = await readWorkbook(
      await menuWorkbook({
        Menu: [
          ['Title', 'Price'],
          ['Ramen', 60_000],
          ['Udon', 50_000],
        ],
      }),
    );
    const { report, readingOfReport } = await roundTrip(source);
    const ids = readingOfReport.ok
      ? readingOfReport.menu.rows.map((row) => (row.outcome === 'entry' ? row.entry.klikitId : undefined))
      : [];
    expect(ids).toEqual(report.rows.map(({ klikitId }) => klikitId));
    expect(ids).toEqual([1_001, 1_002]);
  });

  test('is in a CSV as well', async () => {
    const source = await readWorkbook(Buffer.from('Title,Price,SKU\n"=cmd|\' /C calc\'!A1",60000,=1+1\nUdon,"50,000",00012\n'));
    const made = await roundTrip(source);
    expectSame(made, source);
    expect(made.back.sheets.map(({ name }) => name)).toEqual([firstSheet, 'CSV']);
  });
});
