import { createHash } from 'node:crypto';
import { applyPlan } from './apply/apply-plan.ts';
import { lookUpGroups } from './apply/look-up-groups.ts';
import { type ImportRequest, importId } from './import-request.ts';
import type { Issue } from './issues/issue.ts';
import { makeIssue } from './issues/make-issue.ts';
import type { KlikitClient } from './klikit/client.ts';
import { CredentialsUnavailable } from './klikit/read-credentials.ts';
import type { WireNames } from './klikit/wire-names.ts';
import type { Ledger } from './ledger/ledger.ts';
import { recordIdentities } from './ledger/record-identities.ts';
import type { ParsedMenu } from './menu/menu.ts';
import { type MenuDefaults, parseMenu } from './menu/parse-menu.ts';
import { groupTitlesToLookUp, planImport, type RecognizedEntry } from './menu/plan-import.ts';
import { recognizeEntries } from './menu/recognize-entries.ts';
import { rowId } from './menu/row-id.ts';
import type { SheetReading } from './menu/sheet-reading.ts';
import { buildRefusedReport, buildReport } from './report/build-report.ts';
import { reportRows } from './report/report-rows.ts';
import type { ImportHeader, Report, ReportRow } from './report/report-schema.ts';
import { readReport, storeReport } from './report/store-report.ts';
import type { ObjectStore } from './store/object-store.ts';
import { ObjectTooLarge } from './store/object-too-large.ts';
import { WorkbookRefused } from './workbook/errors.ts';
import type { Workbook } from './workbook/workbook.ts';

/** How far an import is, for whoever watches. */
export interface ImportProgress {
  rowsDone: number;
  rowsTotal: number;
}

export interface ImportPorts {
  uploads: ObjectStore;
  results: ObjectStore;
  readWorkbook: (bytes: Uint8Array) => Promise<Workbook>;
  defaults: MenuDefaults;
  wireNames: WireNames;
  /** Rejects with `CredentialsUnavailable` where the merchant's secret cannot be used. */
  connect: (merchant: string, importId: string) => Promise<KlikitClient>;
  openLedger: (merchant: string, importId: string) => Ledger;
  now: () => Date;
  onProgress?: (progress: ImportProgress) => void;
}

/**
 * Imports one uploaded workbook: read, parse, plan, apply, report. Whatever is wrong with the file or with klikit ends in
 * the report; only faults of our own surroundings (S3, the network to AWS) are thrown, and the event is delivered again.
 */
export async function importMenu(request: ImportRequest, ports: ImportPorts): Promise<Report> {
  const id = importId(request);
  const earlier = await readReport(ports.results, request.merchant, id);
  if (earlier !== undefined) return earlier;

  const startedAt = ports.now().toISOString();
  const source = await fetchSource(request, ports.uploads);
  const header = (): Omit<ImportHeader, 'outcome' | 'reason'> => ({
    id,
    merchant: request.merchant,
    trigger: request.trigger,
    source: {
      bucket: request.bucket,
      key: request.key,
      ...(request.versionId === undefined ? {} : { versionId: request.versionId }),
      sha256: 'bytes' in source ? createHash('sha256').update(source.bytes).digest('hex') : '',
      bytes: source.sizeBytes,
    },
    startedAt,
    finishedAt: ports.now().toISOString(),
  });
  const refuse = (refusal: Issue, sheets: SheetReading[] = []) => storeReport(ports.results, buildRefusedReport(header(), refusal, sheets));

  if ('refusal' in source) return refuse(source.refusal);
  const menu = await readMenu(source.bytes, ports);
  if ('refusal' in menu) return refuse(menu.refusal, menu.sheets);
  const klikit = await connect(request.merchant, id, ports);
  if ('refusal' in klikit) return refuse(klikit.refusal, menu.sheets);

  const ledger = ports.openLedger(request.merchant, id);
  const rows = await sendMenu(menu, id, klikit.client, ledger, ports);
  await ledger.flush();
  const stoppedBecause = klikit.client.stopped();
  const report = buildReport(header(), {
    rows,
    blankRows: menu.blankRows,
    issues: menu.issues,
    sheets: menu.sheets,
    calls: klikit.client.stats(),
    ...(stoppedBecause === undefined ? {} : { stoppedBecause }),
  });
  return storeReport(ports.results, report);
}

type Source = { sizeBytes: number } & ({ bytes: Uint8Array } | { refusal: Issue });

async function fetchSource({ key, versionId }: ImportRequest, uploads: ObjectStore): Promise<Source> {
  try {
    const object = await uploads.get(key, versionId);
    if (object === undefined) return { sizeBytes: 0, refusal: makeIssue({ code: 'source_gone' }) };
    return { sizeBytes: object.bytes.byteLength, bytes: object.bytes };
  } catch (error) {
    if (!(error instanceof ObjectTooLarge)) throw error;
    const { sizeBytes, allowedBytes } = error;
    const params = { limit: 'its size in bytes', allowed: allowedBytes, seen: sizeBytes };
    return { sizeBytes, refusal: makeIssue({ code: 'limit_exceeded', params }) };
  }
}

interface RefusedMenu {
  refusal: Issue;
  /** None where the workbook could not be read. */
  sheets: SheetReading[];
}

async function readMenu(bytes: Uint8Array, ports: ImportPorts): Promise<ParsedMenu | RefusedMenu> {
  try {
    const reading = parseMenu(await ports.readWorkbook(bytes), ports.defaults);
    return reading.ok ? reading.menu : reading;
  } catch (error) {
    if (error instanceof WorkbookRefused) return { refusal: makeIssue({ code: error.code, params: error.details }), sheets: [] };
    throw error;
  }
}

async function connect(merchant: string, id: string, ports: ImportPorts): Promise<{ client: KlikitClient } | { refusal: Issue }> {
  try {
    return { client: await ports.connect(merchant, id) };
  } catch (error) {
    if (error instanceof CredentialsUnavailable) return { refusal: makeIssue({ code: error.code, params: { secret: error.secretName } }) };
    throw error;
  }
}

async function sendMenu(menu: ParsedMenu, id: string, klikit: KlikitClient, ledger: Ledger, ports: ImportPorts): Promise<ReportRow[]> {
  const entries = menu.rows.flatMap((row) => (row.outcome === 'entry' ? [row.entry] : []));
  const recognitions = recognizeEntries(entries, await ledger.entities());
  const recognized = entries.map(
    (entry, position): RecognizedEntry => ({ entry, recognition: recognitions[position] ?? { state: 'new' } }),
  );
  recordIdentities(recognized, ledger.record);

  const lookups = await lookUpGroups(groupTitlesToLookUp(recognized), klikit);
  const plan = planImport(recognized, lookups);
  const known = new Map(recognized.map((row) => [rowId(row.entry), row.recognition]));
  const entityOf = (row: string): string => {
    const recognition = known.get(row);
    return recognition !== undefined && 'entity' in recognition ? recognition.entity.entity : `${id}:${row}`;
  };

  let rowsDone = menu.rows.length - plan.creates.length;
  const tell = () => ports.onProgress?.({ rowsDone, rowsTotal: menu.rows.length });
  tell();
  const applied = await applyPlan(plan, {
    wireNames: ports.wireNames,
    klikit,
    record: ledger.record,
    entityOf,
    onRowDone: () => {
      rowsDone += 1;
      tell();
    },
  });
  return reportRows(menu, known, plan, applied);
}
