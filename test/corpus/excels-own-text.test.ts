import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { WorkbookRefused } from '../../functions/menu-import/workbook/errors.ts';
import { defaultReadLimits } from '../../functions/menu-import/workbook/limits.ts';
import { readWorkbook } from '../../functions/menu-import/workbook/read-workbook.ts';
import { corpusFiles } from '../support/corpus.ts';
import { parseCsv } from '../support/parse-csv.ts';
import { compareWithText } from './compare-with-text.ts';

const files = corpusFiles();

/** Cells whose text in Excel is not what the file says, by workbook and sheet, and why. */
const exceptions: readonly { why: string; sheet: string; cells: readonly string[] }[] = [
  { why: 'INFO() names the version of Excel that saved the text', sheet: 'formula_stress_test.xlsx 4', cells: ['B3'] },
  { why: 'RAND() and RANDBETWEEN() were calculated anew for the text', sheet: 'formula_stress_test.xlsx 7', cells: ['B46', 'B47'] },
  { why: 'its formula counts from today', sheet: 'test-data__spreadsheet__56688_4.xlsx 0', cells: ['B2'] },
  { why: 'the format # shows nothing for 0', sheet: 'test-data__spreadsheet__52348.xlsx 0', cells: ['L8', 'L9'] },
  {
    why: 'the text was saved before a column was put in',
    sheet: 'test-data__spreadsheet__CustomXMLMappings-complex-type.xlsx 1',
    cells: ['D5', 'E5', 'F5', 'D11'],
  },
  {
    why: 'TEXT() of elapsed times was calculated anew by another Excel, which counts them otherwise',
    sheet: 'test-data__spreadsheet__ElapsedFormatTests.xlsx 1',
    cells: ['A8', 'A9', 'A18', 'A19', 'A28', 'A29', 'A38', 'A39', 'A48', 'A49'],
  },
];

describe.skipIf(files.length === 0)('cells of workbooks that Excel saved as text, too,', () => {
  test('are what Excel says they are, but for those that are known', async () => {
    let sheets = 0;
    let same = 0;
    let untold = 0;
    const different: string[] = [];
    for (const { name, path, expected } of files) {
      // Two of them are wider than a menu may be.
      const workbook = await readWorkbook(readFileSync(path), { ...defaultReadLimits, maxColumns: 16_384 }).catch((error: unknown) => {
        if (error instanceof WorkbookRefused) return { sheets: [] };
        throw error;
      });
      for (const [position, sheet] of workbook.sheets.entries()) {
        const csv = `${expected}.${position}.csv`;
        if (!existsSync(csv)) continue;
        const compared = compareWithText(sheet, parseCsv(decode(readFileSync(csv))));
        sheets += 1;
        same += compared.same;
        untold += compared.untold;
        different.push(...compared.different.map((difference) => `${name} ${position} ${difference}`));
      }
    }
    process.stdout.write(
      `${same} cells of ${sheets} sheets agree with Excel's own text of them, ${different.length} do not, of ${untold} the text does not tell\n`,
    );
    // In both directions: an exception that no longer occurs is to be struck out.
    expect(different.map((difference) => difference.replace(/:.*/s, '')).toSorted()).toEqual(
      exceptions.flatMap(({ sheet, cells }) => cells.map((cell) => `${sheet} ${cell}`)).toSorted(),
    );
    // All but the six of a workbook under a password.
    expect(sheets).toBe(226);
    expect(same).toBeGreaterThan(87_000);
  });
});

/** Excel saved some in UTF-8, most in the code page of its author. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
