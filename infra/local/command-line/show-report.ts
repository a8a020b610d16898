import type { Issue } from '../../../functions/menu-import/issues/issue.ts';
import { reportInLanguage } from '../../../functions/menu-import/report/report-in-language.ts';
import type { Report, ReportRow, ReportSummary } from '../../../functions/menu-import/report/report-schema.ts';

/** The one sentence that a refused file gets, and what to do. */
export function showRefusal(report: Report, file: string): string {
  return reportInLanguage(report, 'en')
    .issues.map(({ code, message, fix }) => `${file} was refused (${code}). Nothing was sent to klikit.\n  ${message}\n  ${fix}\n`)
    .join('');
}

interface ToldIssue {
  row?: ReportRow;
  issue: Issue;
}

/**
 * Every row with something to say, errors first, each with its cell and what to do; what many rows are told in the same words is
 * told once, and of warnings of one kind the first few. The workbook as a whole comes before its rows.
 */
export function showWhatToFix(report: Report): string {
  // The console is for whoever runs the import; the report is for the merchant.
  const { rows, issues } = reportInLanguage(report, 'en');
  const told = rows.flatMap((row) => row.issues.map((issue) => ({ row, issue })));
  const [errors, warnings] = bySeverity(told);
  const [faults, remarks] = bySeverity(issues.map((issue) => ({ issue })));
  return [
    ...section('Please fix', [...faults.map(showIssue), ...showTogether(errors)]),
    ...section('Please check', [...remarks.map(showIssue), ...showFewOfEachKind(warnings)]),
  ].join('\n');
}

function bySeverity<T extends { issue: Issue }>(told: readonly T[]): [errors: T[], warnings: T[]] {
  return [told.filter(({ issue }) => issue.severity === 'error'), told.filter(({ issue }) => issue.severity === 'warning')];
}

const fewestTogether = 4;

/** klikit that is down says the same to every row. */
function showTogether(errors: readonly Required<ToldIssue>[]): string[] {
  const alike = Map.groupBy(errors, ({ issue }) => `${issue.message}\n${issue.fix}`);
  return [...alike.values()].flatMap((all) => {
    const [first] = all;
    if (first === undefined || all.length < fewestTogether) return all.map(showIssue);
    return [showSentence(`${all.length} rows: ${nameRows(all.map(({ row }) => row))}`, first.issue)];
  });
}

/** `Menu 5 to 10, 13; Options 2`. */
function nameRows(rows: readonly ReportRow[]): string {
  const sheets = Map.groupBy(rows, ({ sheet }) => sheet);
  return [...sheets].map(([sheet, inSheet]) => `${sheet} ${nameRanges(inSheet.map(({ row }) => row))}`).join('; ');
}

function nameRanges(numbers: readonly number[]): string {
  const ranges: { from: number; to: number }[] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last !== undefined && number === last.to + 1) last.to = number;
    else ranges.push({ from: number, to: number });
  }
  return ranges.map(({ from, to }) => (from === to ? `${from}` : `${from} to ${to}`)).join(', ');
}

const mostOfOneKind = 5;

/** A group that is named once is a warning in each row below it. */
function showFewOfEachKind(warnings: readonly ToldIssue[]): string[] {
  return [...Map.groupBy(warnings, ({ issue }) => issue.code)].flatMap(([code, all]) => {
    const more = all.length - mostOfOneKind;
    return [
      ...all.slice(0, mostOfOneKind).map(showIssue),
      ...(more > 0 ? [`  and ${more} more of this kind (${code}); the report has them all`] : []),
    ];
  });
}

function section(heading: string, entries: string[]): string[] {
  return entries.length === 0 ? [] : ['', heading, ...entries, ''];
}

function showIssue({ row, issue }: ToldIssue): string {
  const place = [issue.sheet, issue.cell ?? (issue.row === undefined ? undefined : `row ${issue.row}`)]
    .filter((part) => part !== undefined)
    .join(', ');
  const title = row?.title === undefined ? '' : ` (${row.title})`;
  return showSentence(`${place === '' ? 'The workbook' : place}${title}`, issue);
}

function showSentence(about: string, { message, fix }: Issue): string {
  return `  ${about}\n    ${message}\n    -> ${fix}`;
}

const outcomes: Record<Report['import']['outcome'], string> = {
  completed: 'Everything is in klikit.',
  completed_with_issues: 'The menu was imported, but some rows need your attention.',
  refused: 'The file was refused.',
  stopped: 'The import stopped before its end. Upload the same file again later.',
};

/** The counts of an import in words. Counts of zero are left out. */
export function showSummary({ import: { outcome }, summary }: Report): string {
  const lines = countLines(summary).filter(([count]) => count > 0);
  const width = Math.max(1, ...lines.map(([count]) => String(count).length));
  return [
    '',
    summary.skipped === summary.rows ? 'Nothing was imported: no row of this file counts as a menu row.' : outcomes[outcome],
    ...lines.map(([count, words]) => `  ${String(count).padStart(width)}  ${words}`),
    `  ${summary.calls} ${summary.calls === 1 ? 'call' : 'calls'} to klikit${summary.retries > 0 ? `, ${summary.retries} of them repeated` : ''}`,
    '',
  ].join('\n');
}

function countLines({ links, ...rows }: ReportSummary): [number, string][] {
  return [
    [rows.created, 'created'],
    [rows.unchanged, 'there already, unchanged'],
    [rows.changed, 'there already with other content; nothing was sent'],
    [rows.failed, 'failed'],
    [rows.not_attempted, 'not attempted'],
    [rows.unknown, 'unknown: look into klikit before you upload again'],
    [rows.skipped, 'skipped, because they are no menu rows'],
    [rows.blankRows, 'blank'],
    [links.linked, 'options put into their modifier groups'],
    [links.already_linked, 'options in their modifier groups already'],
    [links.failed, 'options not accepted by their modifier groups'],
    [links.not_attempted, 'options not put into their modifier groups'],
    [links.unknown, 'options perhaps in their modifier groups: look into klikit'],
  ];
}
