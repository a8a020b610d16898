import { outcomesInLog } from '../apply/outcomes-in-log.ts';
import { fetchSource } from '../fetch-source.ts';
import type { ImportPorts } from '../import-ports.ts';
import { makeIssue } from '../issues/make-issue.ts';
import type { Closed } from '../ledger/fact.ts';
import type { ImportState } from '../ledger/ledger-state.ts';
import type { ParsedMenu } from '../menu/menu.ts';
import type { SheetReading } from '../menu/sheet-reading.ts';
import { vanishedEntries } from '../menu/vanished-entries.ts';
import { type MenuNotRead, type MenuRead, readMenu } from '../read-menu.ts';
import { planRecognized, recognizeMenu } from '../recognize-menu.ts';
import { type Language, languageOf } from '../words/language.ts';
import type { Workbook } from '../workbook/workbook.ts';
import { buildRefusedReport, buildReport, type ImportResult } from './build-report.ts';
import { importProgress } from './import-progress.ts';
import { reportRows } from './report-rows.ts';
import type { ImportHeader, Report } from './report-schema.ts';
import { rowsFromLog } from './rows-from-log.ts';
import { stoppedIssue } from './stopped-issue.ts';

type Header = Omit<ImportHeader, 'outcome' | 'reason'>;

/** A report, and the workbook that it is about, where there is one. */
export interface MadeReport {
  report: Report;
  workbook?: Workbook;
}

/**
 * The report of a closed import: what its workbook and the ledger say, and nothing else, so that whoever writes it writes the
 * same. `read`: what was read already.
 */
export async function importReport(
  run: ImportState,
  ports: Pick<ImportPorts, 'uploads' | 'readWorkbook' | 'defaults'>,
  read?: MenuRead,
): Promise<MadeReport> {
  const { closed } = run;
  if (closed === undefined) throw new Error(`the import ${run.id} is not over`);
  const source = read ?? (await readAgain(run, ports));
  const report = reportOn(run, closed, source, languageOf(languageIn(source) ?? ports.defaults.language));
  return source?.workbook === undefined ? { report } : { report, workbook: source.workbook };
}

function reportOn(run: ImportState, closed: Closed, source: MenuRead | MenuNotRead | undefined, language: Language): Report {
  const header = headerOf(run, closed);
  const menu = source !== undefined && 'menu' in source ? source.menu : undefined;
  if (closed.refusal !== undefined) return buildRefusedReport(header, closed.refusal, sheetsOf(source), language);

  const result = menu === undefined ? resultFromLog(run) : resultOf(menu, run);
  const progress = importProgress(run, result.rows);
  const common = { ...result, language, calls: run.sent, ...(progress === undefined ? {} : { progress }) };
  const { stoppedBecause } = closed;
  if (stoppedBecause === undefined) return buildReport(header, common);
  return buildReport(header, { ...common, issues: [stoppedIssue(stoppedBecause, result.rows), ...result.issues], stoppedBecause });
}

async function readAgain({ request }: ImportState, ports: Pick<ImportPorts, 'uploads' | 'readWorkbook' | 'defaults'>) {
  const fetched = await fetchSource(request, ports.uploads);
  return 'bytes' in fetched ? readMenu(fetched.bytes, ports) : undefined;
}

/** Of the workbook, as far as it could be read and says so. */
function languageIn(source: MenuRead | MenuNotRead | undefined): string | undefined {
  return source === undefined || 'refusal' in source ? source?.language : source.menu.settings.language;
}

function sheetsOf(source: MenuRead | MenuNotRead | undefined): SheetReading[] {
  return source === undefined ? [] : 'refusal' in source ? source.sheets : source.menu.sheets;
}

function headerOf({ id, request, startedAt }: ImportState, { source, finishedAt }: Closed): Header {
  const { merchant, trigger, bucket, key, versionId } = request;
  const { sha256, bytes } = source;
  return {
    id,
    merchant,
    trigger,
    source: { bucket, key, ...(versionId === undefined ? {} : { versionId }), sha256, bytes },
    startedAt: startedAt ?? finishedAt,
    finishedAt,
  };
}

function resultOf(menu: ParsedMenu, run: ImportState): Omit<ImportResult, 'calls'> {
  const recognized = recognizeMenu(menu, run.known, run.groups);
  const plan = planRecognized(recognized, run.groups, run.closed?.stoppedBecause);
  const vanished = vanishedEntries(menu, recognized, run.known.values(), run.request.key);
  return {
    rows: reportRows(menu, recognized, plan, outcomesInLog(plan, run), run.known),
    blankRows: menu.blankRows,
    issues: [...menu.issues, ...vanished],
    sheets: menu.sheets,
  };
}

function resultFromLog(run: ImportState): Omit<ImportResult, 'calls'> {
  return { rows: rowsFromLog(run), blankRows: 0, issues: [makeIssue({ code: 'source_gone_midway' })] };
}
