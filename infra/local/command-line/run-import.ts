import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isSafeOrigin } from '../../../functions/menu-import/environment.ts';
import type { Report } from '../../../functions/menu-import/report/report-schema.ts';
import { reportFormats, reportKey } from '../../../functions/menu-import/report/store-report.ts';
import { s3ObjectStore } from '../../../functions/menu-import/store/s3-object-store.ts';
import { localBuckets } from '../deployed-role.ts';
import { type ExternalKlikit, type LocalStack, startLocalStack } from '../start-local-stack.ts';
import type { Console } from './console.ts';
import { CannotRun, exitStatusOf } from './exit-status.ts';
import { ProgressLine } from './progress-line.ts';
import { readNamedFile } from './read-file.ts';
import { settingsFrom } from './settings.ts';
import { showRefusal, showSummary, showWhatToFix } from './show-report.ts';
import { showSheets } from './show-sheets.ts';

interface ImportCommand {
  file: string;
  api?: string;
  merchant: string;
  state: string;
  out?: string;
  json: boolean;
}

/** Takes a workbook the whole way on this machine: upload, event, handler, klikit, report. */
export async function runImport(command: ImportCommand, console: Console, environment: NodeJS.ProcessEnv): Promise<number> {
  const settings = settingsFrom(environment);
  const klikit = command.api === undefined ? undefined : externalKlikit(command.api, environment);
  const bytes = await readNamedFile(command.file);
  const progress = new ProgressLine(console);
  const stack = await startLocalStack({
    stateRoot: command.state,
    merchants: [command.merchant],
    settings,
    onProgress: progress.onProgress,
    onCall: progress.onCall,
    onPause: progress.onPause,
    ...(klikit && { klikit }),
  });
  try {
    const report = await stack.importWorkbook(command.merchant, uploadName(command.file), bytes);
    progress.clear();
    const out = command.out ?? join(command.state, 'reports', command.merchant, report.import.id);
    const written = await copyReport(report, stack, out);
    if (command.json) console.out(`${JSON.stringify(report, null, 2)}\n`);
    else console.out(show(report, command.file, written));
    return exitStatusOf(report.import);
  } finally {
    progress.clear();
    await stack.close();
  }
}

function externalKlikit(api: string, environment: NodeJS.ProcessEnv): ExternalKlikit {
  const url = URL.parse(api);
  if (url === null) throw new CannotRun(`--api ${api} is no address. Write it in full, for example https://api.dev.shadowchef.co.`);
  if (!isSafeOrigin(url)) throw new CannotRun('--api must be https, or http to this machine: the credentials go there.');
  const { KLIKIT_PARTNER_KEY: partnerKey, KLIKIT_SECRET_KEY: secretKey } = environment;
  if (partnerKey === undefined || partnerKey === '') throw new CannotRun('KLIKIT_PARTNER_KEY is not set; --api needs it.');
  if (secretKey === undefined || secretKey === '') throw new CannotRun('KLIKIT_SECRET_KEY is not set; --api needs it.');
  return { apiUrl: api, partnerKey, secretKey };
}

/** The function passes over what programs leave beside files; what was named here is meant. */
function uploadName(file: string): string {
  const name = basename(file);
  return /^[.~]/.test(name) ? `menu${name}` : name;
}

interface WrittenReport {
  directory: string;
  sandboxPage?: string;
}

/** The files as they lie in the bucket. */
async function copyReport({ import: { merchant, id } }: Report, stack: LocalStack, directory: string): Promise<WrittenReport> {
  await mkdir(directory, { recursive: true });
  const results = s3ObjectStore(stack.owner, localBuckets.results);
  for (const format of reportFormats) {
    const object = await results.get(reportKey(merchant, id, format));
    if (object !== undefined) await writeFile(join(directory, `report.${format}`), object.bytes);
  }
  if (stack.sandboxUrl === undefined) return { directory };
  // The sandbox ends with this command; its page stays.
  const sandboxPage = join(directory, 'klikit-sandbox.html');
  await writeFile(sandboxPage, await (await fetch(stack.sandboxUrl)).text());
  return { directory, sandboxPage };
}

function show(report: Report, file: string, written: WrittenReport): string {
  const refused = report.import.outcome === 'refused';
  return [
    refused ? `${showRefusal(report, file)}${showSheets(report)}` : `${showSheets(report)}${showWhatToFix(report)}${showSummary(report)}`,
    `Report               ${join(written.directory, 'report.html')} (for programs: report.json)`,
    `To upload again      ${join(written.directory, 'report.xlsx')} (your workbook, with the cells to correct marked)`,
    ...(written.sandboxPage === undefined || refused ? [] : [`The menu in klikit   ${written.sandboxPage} (live with: npm run serve)`]),
    '',
  ].join('\n');
}
