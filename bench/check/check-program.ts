import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectedValues } from '../workbooks/expected-values.ts';
import { menuRows } from '../workbooks/menu-rows.ts';
import { excel } from '../workbooks/shapes/excel.ts';
import { writeWorkbook } from '../workbooks/write-workbook.ts';
import { compareReadings, type Readings } from './compare-readings.ts';
import { compareXml, hasSharedStrings } from './compare-xml.ts';
import type { Program } from './program.ts';

const rowCount = 500;

/** Lets a real program write our rows, and compares its file with the one in its shape: the XML, and what every reader sees. */
export async function checkProgram({ shape, rewrite }: Program): Promise<Readings> {
  const directory = mkdtempSync(join(tmpdir(), 'bench-shapes-'));
  try {
    const rows = menuRows(rowCount);
    const source = join(directory, 'menu.xlsx');
    writeFileSync(source, writeWorkbook(rows, excel, 'shared'));
    const real = new Uint8Array(readFileSync(rewrite(source, directory)));
    const made = writeWorkbook(rows, shape, hasSharedStrings(real) ? 'shared' : 'inline');
    const readings = await compareReadings(real, made, expectedValues(rows, shape));
    return { ...readings, differences: [...compareXml(real, made), ...readings.differences] };
  } finally {
    rmSync(directory, { recursive: true });
  }
}
