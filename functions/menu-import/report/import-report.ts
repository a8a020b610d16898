import { outcomesInLog } from '../apply/outcomes-in-log.ts';
import { fetchSource } from '../fetch-source.ts';
import type { ImportPorts } from '../import-ports.ts';
import { makeIssue } from '../issues/make-issue.ts';
import type { Closed } from '../ledger/fact.ts';
import type { ImportState } from '../ledger/ledger-state.ts';
import type { ParsedMenu } from '../menu/menu.ts';
import { vanishedEntries } from '../menu/vanished-entries.ts';
import { readMenu } from '../read-menu.ts';
import { planRecognized, recognizeMenu } from '../recognize-menu.ts';
import { buildRefusedReport, buildReport, type ImportResult } from './build-report.ts';
import { reportRows } from './report-rows.ts';
import type { ImportHeader, Report } from './report-schema.ts';
import { rowsFromLog } from './rows-from-log.ts';
import { stoppedIssue } from './stopped-issue.ts';

type Header = Omit<ImportHeader, 'outcome' | 'reason'>;

/**
 * The report of a closed import: what its workbook and the ledger say, and nothing else, so that whoever writes it writes the
 * same. `read`: the menu, where it was read already.
 */
export async function importReport(
  run: ImportState,
  ports: Pick<ImportPorts, 'uploads' | 'readWorkbook' | 'defaults'>,
  read?: ParsedMenu,
): Promise<Report> {
  const { closed } = run;
  if (closed === undefined) throw new Error(`the import ${run.id} is not over`);
  const header = headerOf(run, closed);
  const menu = read ?? (await readAgain(run, ports));
  if (closed.refusal !== undefined) return buildRefusedReport(header, closed.refusal, menu?.sheets);

  const result = menu === undefined || 'refusal' in menu ? resultFromLog(run) : resultOf(menu, run);
  const { stoppedBecause } = closed;
  if (stoppedBecause === undefined) return buildReport(header, { ...result, calls: run.sent });
  const issues = [stoppedIssue(stoppedBecause, result.rows), ...result.issues];
  return buildReport(header, { ...result, issues, calls: run.sent, stoppedBecause });
}

async function readAgain({ request }: ImportState, ports: Pick<ImportPorts, 'uploads' | 'readWorkbook' | 'defaults'>) {
  const fetched = await fetchSource(request, ports.uploads);
  return 'bytes' in fetched ? readMenu(fetched.bytes, ports) : undefined;
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
