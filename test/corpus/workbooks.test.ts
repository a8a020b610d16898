import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { CFB } from 'xlsx';
import { parseMenu } from '../../functions/menu-import/menu/parse-menu.ts';
import { WorkbookRefused } from '../../functions/menu-import/workbook/errors.ts';
import type { Workbook } from '../../functions/menu-import/workbook/workbook.ts';
import { corpusFiles } from '../support/corpus.ts';
import { outcomeOf } from '../support/outcome-of.ts';

const files = corpusFiles();

/** Every file that is refused, and what for. Any other has to be read. */
const refused: Readonly<Record<string, string>> = {
  'openpyxl__reader__tests__data__null_file.xlsx': 'empty_file',
  'openpyxl__tests__data__reader__bigfoot.xlsx': 'limit_exceeded: limit_parts',
  'spec__integration__data__invalid-xml.xlsx': 'damaged_workbook',
  'spec__integration__data__missing-bits.xlsx': 'not_a_workbook',
  'test__encryptSHA1.xlsx': 'encrypted_workbook',
  'test-data__openxml4j__invalid.xlsx': 'not_a_workbook',
  'test-data__poifs__extenxls_pwd123.xlsx': 'encrypted_workbook',
  'test-data__spreadsheet__50096.xlsx': 'limit_exceeded: limit_columns',
  'test-data__spreadsheet__53105.xlsx': 'limit_exceeded: limit_columns',
  'test-data__spreadsheet__54764.xlsx': 'forbidden_doctype',
  'test-data__spreadsheet__58616.xlsx': 'encrypted_workbook',
  'test-data__spreadsheet__clusterfuzz-testcase-minimized-POIFuzzer-5040805309710336.xlsx': 'damaged_workbook',
  'test-data__spreadsheet__clusterfuzz-testcase-minimized-POIXSSFFuzzer-5089447305609216.xlsx': 'damaged_workbook',
  'test-data__spreadsheet__clusterfuzz-testcase-minimized-POIXSSFFuzzer-5185049589579776.xlsx': 'damaged_workbook',
  'test-data__spreadsheet__clusterfuzz-testcase-minimized-POIXSSFFuzzer-5265527465181184.xlsx': 'damaged_workbook',
  'test-data__spreadsheet__clusterfuzz-testcase-minimized-POIXSSFFuzzer-6123461607817216.xlsx': 'damaged_workbook',
  'test-data__spreadsheet__clusterfuzz-testcase-minimized-POIXSSFFuzzer-6448258963341312.xlsx': 'damaged_workbook',
  'test-data__spreadsheet__clusterfuzz-testcase-minimized-XLSX2CSVFuzzer-5025401116950528.xlsx': 'damaged_workbook',
  'test-data__spreadsheet__duplicate-filename.xlsx': 'damaged_workbook',
  'test-data__spreadsheet__poc-shared-strings.xlsx': 'limit_exceeded: limit_cell_characters',
  'test-data__spreadsheet__poc-xmlbomb-empty.xlsx': 'forbidden_doctype',
};

/** Files with a sheet of which nothing remains, though it has values, and why. */
const emptied: Readonly<Record<string, string>> = {
  'ClosedXML.Tests__Resource__Examples__Misc__CellValues.xlsx': 'the only text of its sheet Test Whitespace is spaces',
};

interface Read {
  name: string;
  bytes: Buffer;
  outcome: Workbook | WorkbookRefused;
  milliseconds: number;
}

const reads: Read[] = [];
const unhandled: unknown[] = [];
const accepted = () =>
  reads.flatMap(({ outcome, ...read }) => (outcome instanceof WorkbookRefused ? [] : [{ ...read, workbook: outcome }]));

describe.skipIf(files.length === 0)('workbooks that nobody here wrote', () => {
  beforeAll(async () => {
    process.on('unhandledRejection', (reason) => unhandled.push(reason));
    const start = performance.now();
    const queue = files.values();
    await Promise.all([readAll(queue), readAll(queue)]);
    process.stdout.write(`${figures(reads)}, in ${Math.round((performance.now() - start) / 1_000)} s, two at a time\n`);
  }, 600_000);

  test('are read in their worker within 5 seconds and 256 megabytes, or refused by name', () => {
    expect(reads.length).toBe(files.length);
    expect(unhandled).toEqual([]);
    expect(
      Object.fromEntries(reads.flatMap(({ name, outcome }) => (outcome instanceof WorkbookRefused ? [[name, reasonOf(outcome)]] : []))),
    ).toEqual(refused);
  });

  test('never come out without rows where they have values', () => {
    const lost = accepted().filter(
      ({ bytes, workbook }) => workbook.sheets.filter(({ rows }) => rows.length > 0).length < sheetsWithValues(bytes),
    );
    expect(lost.map(({ name }) => name)).toEqual(Object.keys(emptied));
  });

  test('never break the menu parser, and no row of a menu is lost', () => {
    for (const { workbook } of accepted()) {
      const reading = parseMenu(workbook, { currency: 'IDR', language: 'en', vatPercent: 0, visibleOn: ['1'] });
      const expected = reading.ok ? reading.menu.sheets.reduce((sum, { rows }) => sum + rows, 0) : 0;
      expect(reading.ok ? reading.menu.rows.length : 0).toBe(expected);
    }
  });
});

/** Of one queue, so that as many are read at a time as ask for the next. */
async function readAll(queue: Iterator<(typeof files)[number]>): Promise<void> {
  for (let next = queue.next(); next.done !== true; next = queue.next()) {
    const { name, path } = next.value;
    const bytes = readFileSync(path);
    const start = performance.now();
    const outcome = await outcomeOf(bytes, { maxSeconds: 5, maxMemoryMegabytes: 256 }).catch((error: unknown) => {
      throw new Error(`${name} broke the reader`, { cause: error });
    });
    reads.push({ name, bytes, outcome, milliseconds: performance.now() - start });
  }
}

function reasonOf({ code, details }: WorkbookRefused): string {
  const { limit } = details;
  return typeof limit === 'object' && 'phrase' in limit ? `${code}: ${limit.phrase}` : code;
}

function figures(all: readonly Read[]): string {
  const reasons = all.flatMap(({ outcome }) => (outcome instanceof WorkbookRefused ? [reasonOf(outcome)] : []));
  const byReason = Object.entries(Object.groupBy(reasons, (reason) => reason)).map(([reason, files]) => `${reason} ${files?.length}`);
  const slowest = all.toSorted((a, b) => b.milliseconds - a.milliseconds)[0];
  return `${all.length} workbooks: ${all.length - reasons.length} read, ${reasons.length} refused (${byReason.join(', ')}); slowest ${slowest?.name} ${Math.round(slowest?.milliseconds ?? 0)} ms`;
}

/** The sheets in which something stands between the tags of a value or a text, as another unzipper and a search for these letters see it. */
function sheetsWithValues(bytes: Buffer): number {
  const { FullPaths, FileIndex } = CFB.read(bytes, { type: 'buffer' }) as { FullPaths: string[]; FileIndex: { content?: Uint8Array }[] };
  return FullPaths.filter((path, position) => {
    const { content } = FileIndex[position] ?? {};
    return (
      content !== undefined &&
      path.includes('/worksheets/') &&
      path.endsWith('.xml') &&
      /<(?:\w+:)?[vt](?: [^>]*)?>\s*[^<\s]/.test(Buffer.from(content).toString())
    );
  }).length;
}
