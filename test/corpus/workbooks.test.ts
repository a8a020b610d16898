import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parseMenu } from '../../functions/menu-import/menu/parse-menu.ts';
import { WorkbookRefused } from '../../functions/menu-import/workbook/errors.ts';
import { readWorkbook } from '../../functions/menu-import/workbook/read-workbook.ts';
import type { Sheet, Workbook } from '../../functions/menu-import/workbook/workbook.ts';
import { parseCsv } from '../support/parse-csv.ts';

/** Workbooks of other projects' test suites; they lie beside the repository, or not. */
const corpus = fileURLToPath(new URL('../../../shared/workbooks/', import.meta.url));
const files = existsSync(corpus)
  ? readdirSync(corpus, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'expected')
      .flatMap(({ name }) =>
        readdirSync(`${corpus}${name}`).map((file) => ({
          name: file,
          expected: `${corpus}expected/${name}__${file}`,
          path: `${corpus}${name}/${file}`,
        })),
      )
      .filter(({ name }) => name.endsWith('.xlsx'))
  : [];
if (files.length === 0) process.stdout.write('The workbooks of other projects are not here (../shared/workbooks), so none was read.\n');

/** Workbooks whose text in Excel is not what the file says, and why. */
const exceptions: Readonly<Record<string, string>> = {
  'formula_stress_test.xlsx': 'volatile formulas, calculated anew when the text was saved',
  'phonetic_text.xlsx': "the text was saved in a code page without the file's letters",
  'test-data__spreadsheet__55745.xlsx': "the text was saved in a code page without the file's letters",
  'test-data__spreadsheet__56278.xlsx': "the text was saved in a code page without the file's letters",
  'test-data__spreadsheet__CustomXMLMappings-complex-type.xlsx':
    'rows and columns that are formatted without a value shift two of its sheets',
  'test-data__spreadsheet__ElapsedFormatTests.xlsx': 'TEXT() of elapsed times, calculated anew by a later Excel',
};

interface Read {
  name: string;
  /** Where Excel's own text of its sheets lies, less the number of the sheet. */
  expected: string;
  outcome: Workbook | WorkbookRefused;
  milliseconds: number;
}

async function readAll(): Promise<Read[]> {
  const reads: Read[] = [];
  for (const { name, path, expected } of files) {
    const start = performance.now();
    const outcome = await readWorkbook(readFileSync(path)).catch((error: unknown) => {
      if (error instanceof WorkbookRefused) return error;
      throw new Error(`${name} broke the reader`, { cause: error });
    });
    reads.push({ name, expected, outcome, milliseconds: performance.now() - start });
  }
  return reads;
}

describe.skipIf(files.length === 0)('workbooks that nobody here wrote', async () => {
  const reads = await readAll();
  const accepted = reads.flatMap(({ name, expected, outcome }) =>
    outcome instanceof WorkbookRefused ? [] : [{ name, expected, workbook: outcome }],
  );

  test('are read, or refused by name', () => {
    const refused = reads.flatMap(({ outcome }) => (outcome instanceof WorkbookRefused ? [outcome.code] : []));
    const byReason = Object.entries(Object.groupBy(refused, (code) => code)).map(([code, all]) => `${code} ${all.length}`);
    const slowest = reads.toSorted((a, b) => b.milliseconds - a.milliseconds)[0];
    process.stdout.write(
      `${reads.length} workbooks: ${accepted.length} read, ${refused.length} refused (${byReason.join(', ')}); slowest ${slowest?.name} ${Math.round(slowest?.milliseconds ?? 0)} ms\n`,
    );
    expect(accepted.length).toBeGreaterThanOrEqual(reads.length - 25);
  });

  test('hold what Excel says they hold', () => {
    let same = 0;
    const different: string[] = [];
    for (const { name, expected, workbook } of accepted) {
      for (const [position, sheet] of workbook.sheets.entries()) {
        const csv = `${expected}.${position}.csv`;
        if (!existsSync(csv)) continue;
        const compared = compareSheet(sheet, parseCsv(decode(readFileSync(csv))));
        same += compared.same;
        different.push(...compared.different.map((difference) => `${name} ${difference}`));
      }
    }
    process.stdout.write(`${same} cells agree with Excel's own text of them, ${different.length} do not\n`);
    expect(same).toBeGreaterThan(70_000);
    expect(different.filter((difference) => !Object.keys(exceptions).some((name) => difference.startsWith(name)))).toEqual([]);
  });

  test('never break the menu parser, and no row of a menu is lost', () => {
    for (const { workbook } of accepted) {
      const reading = parseMenu(workbook, { currency: 'IDR', language: 'en', vatPercent: 0, visibleOn: ['1'] });
      const expected = reading.ok ? reading.menu.sheets.reduce((sum, { rows }) => sum + rows, 0) : 0;
      expect(reading.ok ? reading.menu.rows.length : 0).toBe(expected);
    }
  });
});

interface Comparison {
  same: number;
  different: string[];
}

/** Excel leaves out rows and columns before the first that is used, or formatted; so every place where the text could begin is tried. */
function compareSheet(sheet: Sheet, shown: readonly (readonly string[])[]): Comparison {
  const firstRow = sheet.rows[0]?.row ?? 1;
  const firstColumn = Math.min(...sheet.rows.flatMap(({ cells }) => cells.map(({ column }) => column)), 20);
  let best: Comparison | undefined;
  for (let left = 0; left < firstColumn; left += 1) {
    for (let above = 0; above < firstRow && best?.different.length !== 0; above += 1) {
      const attempt = compareRows(sheet, shown, above, left);
      if (best === undefined || attempt.different.length < best.different.length) best = attempt;
    }
  }
  return best ?? { same: 0, different: [] };
}

function compareRows(sheet: Sheet, shown: readonly (readonly string[])[], above: number, left: number): Comparison {
  const comparison: Comparison = { same: 0, different: [] };
  for (const cell of sheet.rows.flatMap(({ cells }) => cells)) {
    const text = shown[cell.row - 1 - above]?.[cell.column - 1 - left] ?? '';
    if (cell.type !== 'text' && cell.type !== 'number') continue;
    if (agrees(cell, text)) comparison.same += 1;
    else comparison.different.push(`${cell.address}: ${JSON.stringify(cell.value)} is not ${JSON.stringify(text)}`);
  }
  return comparison;
}

/** Excel saved some in UTF-8, most in the code page of its author. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Text to the letter, as far as a CSV keeps it; numbers by value, where the text reads as one, at the precision that it shows. */
function agrees(cell: { type: string; value: unknown }, shown: string): boolean {
  if (cell.type === 'text') return clean(String(cell.value)) === clean(shown);
  const plain = shown.replaceAll(/[\s,$€£¥()]/g, '');
  if (!/^-?\d+(?:\.\d+)?$/.test(plain)) return true;
  const decimals = plain.split('.')[1]?.length ?? 0;
  return (
    Math.abs(Math.abs(Number(cell.value)) - Math.abs(Number(plain))) <= 0.5000001 * 10 ** -decimals + Math.abs(Number(cell.value)) * 1e-9
  );
}

function clean(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll('\u00A0', ' ').trim();
}
