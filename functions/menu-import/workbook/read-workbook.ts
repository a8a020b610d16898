import { WorkbookRefused } from './errors.ts';
import { isReport } from './is-report.ts';
import { defaultReadLimits, type ReadLimits } from './limits.ts';
import type { PackedWorkbook } from './packed-workbook.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { sniffFile } from './sniff-file.ts';
import { unpackWorkbook } from './unpack-workbook.ts';
import type { Workbook } from './workbook.ts';

/** Reads a file into located cells, within the limits. Throws `WorkbookRefused`, and nothing else. */
export async function readWorkbook(bytes: Uint8Array, limits: ReadLimits = defaultReadLimits): Promise<Workbook> {
  return unpackWorkbook(await readPackedWorkbook(bytes, limits));
}

/** The same as numbers and texts, as they go from the thread that reads to the one that asked. */
export async function readPackedWorkbook(bytes: Uint8Array, limits: ReadLimits): Promise<PackedWorkbook> {
  checkFileSize(bytes.length, limits.maxReportFileBytes);
  const workbook = await (sniffFile(bytes) === 'zip' ? readXlsx : readCsv)(bytes, limits);
  if (bytes.length > limits.maxFileBytes && !isReport(workbook)) checkFileSize(bytes.length, limits.maxFileBytes);
  return workbook;
}

function checkFileSize(seen: number, allowed: number): void {
  if (seen > allowed) throw new WorkbookRefused('limit_exceeded', { limit: { phrase: 'limit_file_bytes' }, allowed, seen });
}
