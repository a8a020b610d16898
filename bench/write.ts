import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ExcelJS from 'exceljs';
import { describeMachine } from './report/describe-machine.ts';
import { table } from './report/table.ts';

/** The last one is as much as a workbook may hold. */
const rowCounts = [200, 2_000, 19_999];
const program = fileURLToPath(new URL('render/render-once.ts', import.meta.url));
/** As in `growth.ts`: V8 collects when it has to. */
const smallHeap = ['--max-old-space-size=128', '--max-semi-space-size=8'];

interface Rendered {
  ms: number;
  cpuMs: number;
  megabytes: number;
  before: number;
  peak: number;
}

const directory = mkdtempSync(join(tmpdir(), 'bench-write-'));
try {
  console.log(`Writing a report\n${describeMachine()}\n`);
  const lines: string[][] = [];
  for (const rows of rowCounts) {
    const file = join(directory, `menu-${rows}.xlsx`);
    await writeMenu(file, rows);
    for (const format of ['xlsx', 'html', 'json']) {
      const [free, small] = [run(file, format, []), run(file, format, smallHeap)];
      lines.push([
        `${rows} x 12, ${format}`,
        free.ms.toFixed(0),
        free.cpuMs.toFixed(0),
        free.megabytes.toFixed(2),
        free.before.toFixed(0),
        free.peak.toFixed(0),
        small.before.toFixed(0),
        small.peak.toFixed(0),
      ]);
    }
  }
  const header = ['rows x columns', 'ms', 'CPU ms', 'file MB', 'before MB', 'peak MB', 'before, small heap', 'peak, small heap'];
  console.log(table(header, lines));
} finally {
  rmSync(directory, { recursive: true });
}

function run(file: string, format: string, flags: readonly string[]): Rendered {
  const child = spawnSync(process.execPath, [...flags, program, file, format], { encoding: 'utf8' });
  if (child.status !== 0) throw new Error(`${format} failed`, { cause: new Error(child.stderr) });
  return JSON.parse(child.stdout) as Rendered;
}

/** A menu with twelve columns, as exports of tills have. */
async function writeMenu(file: string, rows: number): Promise<void> {
  const writer = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: file, useSharedStrings: true });
  const sheet = writer.addWorksheet('Menu');
  const headers = ['Title', 'Title [id]', 'Description', 'SKU', 'Price', 'Take-away price', 'VAT %', 'Visible on', 'Enabled'];
  sheet.addRow([...headers, 'Preparation minutes', 'Category', 'Barcode']).commit();
  for (let row = 1; row <= rows; row += 1) {
    const price = 10_000 + (row % 90) * 500;
    const words = [`Dish ${row}`, `Hidangan ${row}`, `As it is made at home, number ${row}`, `D-${row}`];
    sheet.addRow([...words, price, price + 1_000, 11, 'klikit', 'yes', 12, `Section ${row % 20}`, `899${row}`]).commit();
  }
  await writer.commit();
}
