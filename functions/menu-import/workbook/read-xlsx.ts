import { ContentBudget } from './content-budget.ts';
import { WorkbookRefused } from './errors.ts';
import { findParts } from './find-parts.ts';
import { isReport } from './is-report.ts';
import type { ReadLimits } from './limits.ts';
import { type Archive, openArchive } from './open-archive.ts';
import type { SheetFormat } from './pack-cell.ts';
import type { PackedSheet, PackedWorkbook } from './packed-workbook.ts';
import { readSharedStrings } from './read-shared-strings.ts';
import { readSheet } from './read-sheet.ts';
import { type CellFormat, readStyles } from './read-styles.ts';
import { TextPool } from './text-pool.ts';

/** Reads an .xlsx or .xlsm file, streaming. Throws `WorkbookRefused`, and nothing else. */
export async function readXlsx(bytes: Uint8Array, limits: ReadLimits): Promise<PackedWorkbook> {
  try {
    const archive = await openArchive(bytes, limits);
    refuseOtherFormats(archive);
    return await readParts(archive, limits);
  } catch (error) {
    if (error instanceof WorkbookRefused) throw error;
    throw new WorkbookRefused('damaged_workbook', {}, { cause: error });
  }
}

async function readParts(archive: Archive, limits: ReadLimits): Promise<PackedWorkbook> {
  const parts = await findParts(archive);
  const budget = new ContentBudget(limits);
  const pool = new TextPool();
  if (parts.sharedStrings !== undefined) await readSharedStrings(archive.read(parts.sharedStrings), pool, budget);
  const { formats, numberFormats } = numberedFormats(parts.styles === undefined ? [] : await readStyles(archive.read(parts.styles)));
  const { date1904, uncalculated } = parts;
  const context = { pool, sharedStrings: pool.count, formats, date1904, uncalculated, budget };
  const sheets: PackedSheet[] = [];
  for (const part of parts.sheets) sheets.push(await readSheet(part, archive.read(part.path), context));
  const workbook = { sheets, ...pool.pack(), numberFormats };
  budget.checkMargin(() => isReport(workbook));
  return workbook;
}

/** Many styles share few codes, and nearly all cells share few styles. */
function numberedFormats(styles: readonly CellFormat[]): { formats: SheetFormat[]; numberFormats: string[] } {
  const positions = new Map<string, number>();
  const formats = styles.map((style) => {
    if (style.code === undefined) return { ...style, position: 0 };
    const position = positions.get(style.code) ?? positions.size + 1;
    positions.set(style.code, position);
    return { ...style, position };
  });
  return { formats, numberFormats: [...positions.keys()] };
}

/** Other programs and other Office documents are zip archives as well. */
function refuseOtherFormats(archive: Archive): void {
  if (archive.has('xl/workbook.bin')) throw new WorkbookRefused('binary_workbook');
  if (archive.has('content.xml') && archive.has('mimetype')) {
    throw new WorkbookRefused('other_spreadsheet_format', { format: 'OpenDocument, .ods' });
  }
  if (archive.has('index/document.iwa') || archive.has('index.zip')) {
    throw new WorkbookRefused('other_spreadsheet_format', { format: 'Apple Numbers' });
  }
}
