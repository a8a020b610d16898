import { ContentBudget } from './content-budget.ts';
import { WorkbookRefused } from './errors.ts';
import { findParts } from './find-parts.ts';
import { defaultReadLimits, type ReadLimits } from './limits.ts';
import { type Archive, openArchive } from './open-archive.ts';
import { readSharedStrings } from './read-shared-strings.ts';
import { readSheet } from './read-sheet.ts';
import { readStyles } from './read-styles.ts';
import { sniffFile } from './sniff-file.ts';
import type { Sheet, Workbook } from './workbook.ts';

/** The header that only our own reports have; they may be larger than a merchant's workbook. */
const reportHeader = /^\s*klikit id\s*$/i;

/** Reads an .xlsx or .xlsm file into located cells, streaming, within the limits. Throws `WorkbookRefused`, and nothing else. */
export async function readWorkbook(bytes: Uint8Array, limits: ReadLimits = defaultReadLimits): Promise<Workbook> {
  checkFileSize(bytes.length, limits.maxReportFileBytes);
  sniffFile(bytes);
  try {
    const archive = await openArchive(bytes, limits);
    refuseOtherFormats(archive);
    const workbook = await readParts(archive, limits);
    if (!isReport(workbook)) checkFileSize(bytes.length, limits.maxFileBytes);
    return workbook;
  } catch (error) {
    if (error instanceof WorkbookRefused) throw error;
    throw new WorkbookRefused('damaged_workbook', {}, { cause: error });
  }
}

async function readParts(archive: Archive, limits: ReadLimits): Promise<Workbook> {
  const parts = await findParts(archive);
  const budget = new ContentBudget(limits);
  const sharedStrings = parts.sharedStrings === undefined ? [] : await readSharedStrings(archive.read(parts.sharedStrings), budget);
  const formats = parts.styles === undefined ? [] : await readStyles(archive.read(parts.styles));
  const context = { sharedStrings, formats, date1904: parts.date1904, uncalculated: parts.uncalculated, budget };
  const sheets: Sheet[] = [];
  for (const part of parts.sheets) sheets.push(await readSheet(part, archive.read(part.path), context));
  return { sheets };
}

function checkFileSize(seen: number, allowed: number): void {
  if (seen > allowed) throw new WorkbookRefused('limit_exceeded', { limit: 'its size in bytes', allowed, seen });
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

function isReport({ sheets }: Workbook): boolean {
  return sheets.some(({ rows }) => rows.some(({ cells }) => cells.some(({ type, value }) => type === 'text' && reportHeader.test(value))));
}
