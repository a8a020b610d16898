import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { importEvent } from '../../functions/menu-import/import-event.ts';
import type { ImportPorts } from '../../functions/menu-import/import-ports.ts';
import type { Report, ReportRow } from '../../functions/menu-import/report/report-schema.ts';
import { summarizeRows } from '../../functions/menu-import/report/summarize-rows.ts';
import type { ExpectedImport, ExpectedRow } from './invariants/end-state.ts';
import { merchant, settings } from './scenario.ts';

/** What it can do wrong. */
export type Plant = 'new_key_each_time' | 'boasts' | 'leaks' | 'asks_again';

/**
 * As small as an importer can be that no crash harms where klikit honours keys: it writes its keys down, sends everything as
 * often as it is started, and reports. It knows its rows by heart, and nothing of files, claims and doubt.
 */
export function madeUpImporter({ reportKey, rows }: ExpectedImport, plant?: Plant): typeof importEvent {
  return async (_event, { ports, log }) => {
    const { results } = ports;
    if (plant === 'asks_again')
      await ports.fetch(new URL('/v1/partner/menus', settings.apiUrl), { ...patiently, method: 'GET', headers: {} });
    const dreamt = rows.map((row) => reported(row, 1));
    if (plant === 'boasts') await putReport(reportKey, dreamt, ports);
    if ((await results.get(reportKey)) === undefined) {
      const credentials = await ports.readCredentials(merchant);
      if (plant === 'leaks') log.info(credentials.authorization());
      const keys = await writeDownKeys(ports, plant === 'new_key_each_time');
      const send = (path: string, key: string, body: object) => sendOnce(path, keys[key] ?? '', body, credentials.authorization(), ports);
      const sent = await Promise.all(
        rows.map(async (row, index) => {
          if (row.fate === 'failed') return reported(row);
          const { id = 0 } = await send('menus/items', `${index}`, itemBody(row));
          const link = { modifierGroupID: row.groupId, attach: [{ id, sequence: 1 }] };
          const linked = row.groupId === undefined ? undefined : await send('menus/modifier-groups/modifiers', `link ${index}`, link);
          return reported(row, id, linked?.isRefused);
        }),
      );
      await putReport(reportKey, sent, ports);
    }
    const visible = (await results.get(reportKey))?.bytes ?? '';
    for (const format of ['xlsx', 'html']) await results.put(reportKey.replace(/json$/, format), visible);
    await results.put(`reports/${merchant}/latest.json`, JSON.stringify({ report: reportKey }), { absent: true });
    return { kind: 'done', result: { imports: [], ignored: [] } };
  };
}

const patiently = { redirect: 'manual', signal: new AbortController().signal } as const;

/** The keys that the first to come has made. */
async function writeDownKeys({ results, newId }: ImportPorts, isForgetful: boolean): Promise<Record<string, string>> {
  const numbers = Array.from({ length: 20 }, (_, index) => index);
  const made = Object.fromEntries(numbers.flatMap((index) => [`${index}`, `link ${index}`].map((name) => [name, newId()])));
  const key = `ledger/${merchant}/${isForgetful ? newId() : 'keys'}.json`;
  await results.put(key, JSON.stringify(made), { absent: true });
  return JSON.parse(new TextDecoder().decode((await results.get(key))?.bytes)) as Record<string, string>;
}

async function sendOnce(
  path: string,
  key: string,
  body: object,
  authorization: string,
  { fetch }: ImportPorts,
): Promise<{ id?: number; isRefused: boolean }> {
  const headers = { authorization, 'idempotency-key': key };
  for (;;) {
    const call = { ...patiently, method: 'POST', headers, body: JSON.stringify(body) } as const;
    const answer = await fetch(new URL(`/v1/partner/${path}`, settings.apiUrl), call);
    const { data } = JSON.parse(await text(answer.body ?? Readable.from([]))) as { data?: { id?: number } };
    if (answer.status < 500) return { ...data, isRefused: answer.status >= 400 };
  }
}

function itemBody({ title, groupId }: ExpectedRow) {
  const prices = { '1': { IDR: { price: 1, takeAwayPrice: 1 } } };
  return { title: { en: title }, vat: 0, visibilities: { '1': true }, prices, onlyModifier: groupId !== undefined };
}

function reported({ sheet, row, title, groupId }: ExpectedRow, klikitId?: number, isRefused = false): ReportRow {
  const fields = { sheet, row, title, requestIds: [], issues: [] };
  if (klikitId === undefined) return { ...fields, status: 'failed' };
  const link =
    groupId === undefined ? undefined : { groupId, status: isRefused ? ('failed' as const) : ('linked' as const), requestIds: [] };
  return { ...fields, status: 'created', klikitId, ...(link && { link }) };
}

async function putReport(key: string, rows: ReportRow[], { results, now }: ImportPorts): Promise<void> {
  const at = now().toISOString();
  const source = { bucket: 'uploads', key: 'menu.xlsx', sha256: '', bytes: 1 };
  const report: Report = {
    schemaVersion: 1,
    import: { id: key, merchant, trigger: 'upload', source, startedAt: at, finishedAt: at, outcome: 'completed' },
    summary: summarizeRows(rows, 0, { calls: 0, retries: 0 }),
    issues: [],
    rows,
  };
  await results.put(key, JSON.stringify(report), { absent: true });
}
