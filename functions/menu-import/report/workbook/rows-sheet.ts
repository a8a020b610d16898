import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Worksheet } from 'exceljs';
import type { ReportRow } from '../report-schema.ts';
import { resultColumns, type WorkbookSpeech } from '../words/workbook-words.ts';
import { type CellStyles, headerFill, headerInk, statusFills } from './cell-styles.ts';
import { writtenText } from './cell-value.ts';
import type { WorkbookWriter } from './open-writer.ts';
import { resultTexts } from './result-texts.ts';

const widths = [8, 36, 18, 12, 30, 64, 38];
const rowsATurn = 10;

/** The rows of a sheet that cannot be shown any more, because the workbook is gone: their numbers, titles and results. */
export async function writeRowsSheet(
  writer: WorkbookWriter,
  name: string,
  rows: readonly ReportRow[],
  speech: WorkbookSpeech,
  styles: CellStyles,
): Promise<void> {
  const sheet = writer.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] }) as Worksheet & { commit: () => void };
  sheet.columns = widths.map((width) => ({ width }));
  const header = sheet.getRow(1);
  const { words } = speech;
  const headers = [words.row, words.title, ...resultColumns.map((column) => words.headers[column])];
  headers.forEach((text, position) => {
    header.getCell(position + 1).value = text;
    header.getCell(position + 1).style = styles.of({ bold: true, fill: headerFill, ink: headerInk });
  });
  header.commit();
  for (const [position, row] of rows.entries()) {
    const texts = resultTexts(row, speech);
    const line = sheet.getRow(position + 2);
    [row.row, row.title ?? '', ...resultColumns.map((column) => texts.get(column) ?? '')].forEach((text, column) => {
      const cell = line.getCell(column + 1);
      const { value, numberFormat } = typeof text === 'number' ? { value: text, numberFormat: '0' } : writtenText(text);
      if (value !== '') cell.value = value;
      cell.style = styles.of({ fill: statusFills[row.status], numberFormat, wrap: true });
    });
    line.commit();
    if (position % rowsATurn === 0) await nextTurn();
  }
  sheet.commit();
}
