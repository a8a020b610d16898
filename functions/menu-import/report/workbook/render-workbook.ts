import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { SheetReading } from '../../menu/sheet-reading.ts';
import type { Sheet, Workbook } from '../../workbook/workbook.ts';
import type { Report, ReportRow } from '../report-schema.ts';
import { isReportSheetName, workbookSpeech } from '../words/workbook-words.ts';
import { cellMarks } from './cell-marks.ts';
import { CellStyles } from './cell-styles.ts';
import { copySheet } from './copy-sheet.ts';
import { openWriter } from './open-writer.ts';
import { writeRowsSheet } from './rows-sheet.ts';
import { SheetNames } from './sheet-names.ts';
import { writeSummarySheet } from './summary-sheet.ts';

/**
 * `report.xlsx`: a sheet about the import, then the merchant's own sheets with what became of each row, ready to be corrected and uploaded
 * again. `source`: the workbook that was imported; without it there are lists of the rows in its place. No formula, link or macro is in
 * it.
 */
export async function renderWorkbook(report: Report, source?: Workbook): Promise<Uint8Array> {
  const stream = new PassThrough();
  const bytes = buffer(stream);
  const writer = await openWriter(stream, new Date(report.import.finishedAt));
  const speech = workbookSpeech(report.language);
  const styles = new CellStyles();
  const sheets = ownSheets(report, source);
  const names = new SheetNames();
  const name = names.take(speech.words.sheetName);
  writeSummarySheet(writer, report, { name, speech, styles, hasSheets: sheets.length > 0 });
  const marks = cellMarks(report);
  const rows = Map.groupBy(report.rows, ({ sheet }) => sheet);
  for (const { sheet, reading } of sheets) {
    await copySheet(
      writer,
      {
        sheet,
        name: names.take(sheet.name),
        ...(reading === undefined ? {} : { reading }),
        rows: byNumber(rows.get(sheet.name)),
        marks: marks.get(sheet.name) ?? new Map(),
      },
      speech,
      styles,
    );
  }
  const shown = new Set(sheets.map(({ sheet }) => sheet.name));
  for (const [sheet, ofSheet] of rows) if (!shown.has(sheet)) await writeRowsSheet(writer, names.take(sheet), ofSheet, speech, styles);
  await writer.commit();
  return bytes;
}

interface OwnSheet {
  sheet: Sheet;
  reading?: SheetReading;
}

/** The merchant's sheets with their readings, which are in the same order; less the first sheet of an earlier report. */
function ownSheets(report: Report, source: Workbook | undefined): OwnSheet[] {
  const all = (source?.sheets ?? []).map((sheet, position): OwnSheet => {
    const reading = report.sheets?.[position];
    return reading?.name === sheet.name ? { sheet, reading } : { sheet };
  });
  return all.filter(({ sheet, reading }) => !isReportSheetName(sheet.name) || (reading !== undefined && reading.rows > 0));
}

function byNumber(rows: readonly ReportRow[] = []): Map<number, ReportRow> {
  return new Map(rows.map((row) => [row.row, row]));
}
