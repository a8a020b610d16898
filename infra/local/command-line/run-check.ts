import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { type MenuReading, type ParsedMenu } from '../../../functions/menu-import/menu/menu.ts';
import { parseMenu } from '../../../functions/menu-import/menu/parse-menu.ts';
import { planImport } from '../../../functions/menu-import/menu/plan-import.ts';
import { buildRefusedReport, buildReport } from '../../../functions/menu-import/report/build-report.ts';
import { checkedRow } from '../../../functions/menu-import/report/checked-row.ts';
import type { Report } from '../../../functions/menu-import/report/report-schema.ts';
import { languageOf } from '../../../functions/menu-import/words/language.ts';
import type { Console } from './console.ts';
import { exitStatus } from './exit-status.ts';
import { readNamedFile } from './read-file.ts';
import { readAsFunctionDoes } from './read-menu.ts';
import { readingSettings, settingsFrom } from './settings.ts';
import { showPlan } from './show-plan.ts';
import { showRefusal, showWhatToFix } from './show-report.ts';
import { showSheets } from './show-sheets.ts';

/** Reads, parses and plans a workbook; calls nobody and remembers nothing. */
export async function runCheck(
  command: { file: string; json: boolean },
  console: Console,
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  const { defaults, limits } = readingSettings(settingsFrom(environment));
  const bytes = await readNamedFile(command.file);
  const read = await readAsFunctionDoes(bytes, limits);
  const reading: MenuReading =
    'refusal' in read ? { ok: false, refusal: read.refusal, sheets: [], language: defaults.language } : parseMenu(read.workbook, defaults);
  const report = checkReport(reading, command.file, bytes);

  if (command.json) console.out(`${JSON.stringify(report, null, 2)}\n`);
  else if (reading.ok) {
    console.out(showSheets(report));
    console.out(showPlan(planOf(reading.menu), reading.menu.settings));
    console.out(showWhatToFix(report));
    console.out(showCheckSummary(report));
  } else console.out(`${showRefusal(report, command.file)}${showSheets(report)}`);

  if (!reading.ok) return exitStatus.refused;
  return report.summary.failed > 0 ? exitStatus.withIssues : exitStatus.allDone;
}

function checkReport(reading: MenuReading, file: string, bytes: Uint8Array): Report {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const now = new Date().toISOString();
  const header = {
    id: `check-${sha256.slice(0, 16)}`,
    merchant: 'demo',
    trigger: 'manual' as const,
    source: { bucket: 'this machine', key: basename(file), sha256, bytes: bytes.byteLength },
    startedAt: now,
    finishedAt: now,
  };
  if (!reading.ok) return buildRefusedReport(header, reading.refusal, reading.sheets, languageOf(reading.language));
  const { rows, blankRows, issues, sheets, settings } = reading.menu;
  const language = languageOf(settings.language);
  return buildReport(header, { rows: rows.map(checkedRow), blankRows, issues, sheets, language, calls: { calls: 0, retries: 0 } });
}

function planOf(menu: ParsedMenu) {
  const entries = menu.rows.flatMap((row) => (row.outcome === 'entry' ? [row.entry] : []));
  return planImport(entries.map((entry) => ({ entry, recognition: { state: 'new' } })));
}

function showCheckSummary({ summary }: Report): string {
  const verdict = summary.failed === 0 ? 'Nothing is wrong with the rows.' : `${summary.failed} of ${summary.rows} rows must be put right.`;
  return [
    '',
    `${summary.not_attempted} rows are ready to import, ${summary.failed} are not, ${summary.skipped} are no menu rows, ${summary.blankRows} are blank. ${verdict}`,
    'Not checked here: whether klikit has the modifier groups, and what earlier imports created.',
    '',
  ].join('\n');
}
