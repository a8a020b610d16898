import type { CellValue, Worksheet } from 'exceljs';
import type { Issue } from '../../issues/issue.ts';
import { formatDateAndTime } from '../../words/formats.ts';
import { groupIssues, type NamedPlace } from '../group-issues.ts';
import { outcomeInWords } from '../outcome-in-words.ts';
import type { Report } from '../report-schema.ts';
import { linkStatuses, rowStatuses } from '../statuses.ts';
import type { WorkbookSpeech } from '../words/workbook-words.ts';
import { type CellLook, type CellStyles, headerFill, headerInk, issueFills, statusFills, statusInks } from './cell-styles.ts';
import { writtenText } from './cell-value.ts';
import type { WorkbookWriter } from './open-writer.ts';
import { textLines } from './text-lines.ts';

/** In characters. */
const widths = [26, 44, 64, 26];
/** A list of more is cut; with what else the sheet holds, it stays below `reportMargin.rows`. */
const mostLines = 100;
const quietInk = 'FF595959';
/** In points. */
const usualSize = 11;
/** Signs of a bar that stands for all rows. */
const longestBar = 24;

/**
 * The first sheet of `report.xlsx`: what happened, how many rows became what, what is to be corrected most of all, and how to go on.
 * `hasSheets`: whether the merchant's own sheets follow.
 */
export function writeSummarySheet(
  writer: WorkbookWriter,
  report: Report,
  { name, speech, styles, hasSheets }: { name: string; speech: WorkbookSpeech; styles: CellStyles; hasSheets: boolean },
): void {
  const sheet = writer.addWorksheet(name, {
    views: [{ showGridLines: false }],
    properties: { tabColor: { argb: headerFill } },
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  }) as Worksheet & { commit: () => void };
  sheet.columns = widths.map((width) => ({ width }));
  const lines = new Lines(sheet, styles);
  writeOutcome(lines, report, speech);
  writeCounts(lines, report, speech);
  writeIssues(lines, report, speech);
  writeUnknownColumns(lines, report, speech);
  const { words } = speech;
  lines.heading(words.howToHeading);
  if (!hasSheets) lines.add([{ text: words.sheetsMissing, wide: true }]);
  else lines.addSteps(report.summary.rows === 0 ? words.howToRefused : words.howTo);
  sheet.commit();
}

interface LineCell extends CellLook {
  text: string | number;
  /** Reaches over the columns that are left. */
  wide?: boolean;
}

/** Writes line after line, each with a height for its texts: merged cells have none of their own. */
class Lines {
  readonly #sheet: Worksheet;
  readonly #styles: CellStyles;
  #row = 0;

  constructor(sheet: Worksheet, styles: CellStyles) {
    this.#sheet = sheet;
    this.#styles = styles;
  }

  add(cells: readonly LineCell[]): void {
    this.#row += 1;
    const line = this.#sheet.getRow(this.#row);
    let lines = 1;
    cells.forEach(({ text, wide, ...look }, position) => {
      const last = wide === true ? widths.length : position + 1;
      if (last > position + 1) this.#sheet.mergeCells(this.#row, position + 1, this.#row, last);
      const width = widths.slice(position, last).reduce((sum, column) => sum + column, 0);
      lines = Math.max(lines, textLines(text, (width * usualSize) / (look.size ?? usualSize)));
      const { value, numberFormat }: { value: CellValue; numberFormat?: string } =
        typeof text === 'number' ? { value: text, numberFormat: '#,##0' } : writtenText(text);
      const target = line.getCell(position + 1);
      target.value = value;
      target.style = this.#styles.of({ wrap: true, numberFormat, ...look });
    });
    line.height = Math.max(18, lines * Math.ceil(1.4 * Math.max(...cells.map(({ size = usualSize }) => size))) + 3);
    line.commit();
  }

  addSteps(steps: readonly string[]): void {
    for (const [position, step] of steps.entries()) {
      this.add([
        { text: `${position + 1}.`, bold: true },
        { text: step, wide: true },
      ]);
    }
  }

  blank(): void {
    this.#row += 1;
  }

  heading(text: string): void {
    this.blank();
    this.add([{ text, bold: true, size: 13, wide: true }]);
  }

  header(texts: readonly string[]): void {
    this.add(texts.map((text) => ({ text, bold: true, fill: headerFill, ink: headerInk })));
  }
}

function writeOutcome(lines: Lines, report: Report, { words, language }: WorkbookSpeech): void {
  const { merchant, id, source, startedAt } = report.import;
  const { headline, whatNext } = outcomeInWords(report);
  lines.add([{ text: headline, bold: true, size: 16, wide: true }]);
  lines.add([{ text: whatNext, size: 12, wide: true }]);
  lines.blank();
  const facts = [
    [words.file, source.key.split('/').slice(2).join('/') || source.key],
    [words.merchant, merchant],
    [words.imported, formatDateAndTime(new Date(startedAt), language)],
    [words.importId, id],
  ] as const;
  for (const [label, text] of facts)
    lines.add([
      { text: label, ink: quietInk },
      { text, wide: true },
    ]);
}

function writeCounts(lines: Lines, { summary }: Report, { words, common }: WorkbookSpeech): void {
  if (summary.rows === 0) return;
  lines.heading(words.rowsHeading);
  const counts = rowStatuses.filter((status) => summary[status] > 0);
  for (const status of counts) {
    const bar = '█'.repeat(Math.max(1, Math.round((longestBar * summary[status]) / summary.rows)));
    // The bar is part of how the number is shown, so that the cell is still a number.
    const shown = { ...count(summary[status]), numberFormat: `#,##0"  ${bar}"`, ink: statusInks[status] };
    lines.add([{ text: common.statuses[status], fill: statusFills[status] }, shown]);
  }
  lines.add([
    { text: words.total, bold: true },
    { ...count(summary.rows), bold: true },
  ]);
  const links = linkStatuses.filter((status) => summary.links[status] > 0);
  if (links.length === 0) return;
  lines.heading(words.linksHeading);
  for (const status of links) lines.add([{ text: common.links[status] }, count(summary.links[status])]);
}

function count(text: number): LineCell {
  return { text, left: true };
}

function writeIssues(lines: Lines, report: Report, { words, common }: WorkbookSpeech): void {
  const groups = groupIssues(report);
  const severities: readonly [Issue['severity'], string][] = [
    ['error', common.pleaseFix],
    ['warning', common.pleaseCheck],
  ];
  for (const [severity, heading] of severities) {
    const some = groups.filter((group) => group.severity === severity);
    if (some.length === 0) continue;
    lines.heading(heading);
    lines.header([words.where, words.whatIsWrong, common.whatToDo]);
    for (const { example, places } of some.slice(0, mostLines)) {
      lines.add([
        { text: placesInWords(places) || words.wholeFile, fill: issueFills[severity] },
        { text: example.message },
        { text: example.fix },
      ]);
    }
    if (some.length > mostLines) lines.add([{ text: words.more, wide: true }]);
  }
}

const placesToShow = 4;

function placesInWords(places: readonly NamedPlace[]): string {
  const shown = places
    .slice(0, placesToShow)
    .map(({ text }) => text)
    .join(', ');
  return places.length > placesToShow ? `${shown}, +${places.length - placesToShow}` : shown;
}

function writeUnknownColumns(lines: Lines, { sheets = [] }: Report, { words }: WorkbookSpeech): void {
  const unknown = sheets.flatMap(({ name, role, unknownColumns }) =>
    role === 'ignored' ? [] : unknownColumns.map((column) => ({ sheet: name, ...column })),
  );
  if (unknown.length === 0) return;
  lines.heading(words.unknownColumns);
  lines.header([words.sheet, words.header, words.didYouMean, words.column]);
  for (const { sheet, column, header, nearest = '' } of unknown.slice(0, mostLines)) {
    lines.add([{ text: sheet }, { text: header }, { text: nearest }, { text: column }]);
  }
  if (unknown.length > mostLines) lines.add([{ text: words.more, wide: true }]);
}
