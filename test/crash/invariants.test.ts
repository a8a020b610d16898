import { describe, expect, test } from 'vitest';
import type { Report, ReportRow } from '../../functions/menu-import/report/report-schema.ts';
import { summarizeRows } from '../../functions/menu-import/report/summarize-rows.ts';
import type { EndState, ExpectedRow } from './invariants/end-state.ts';
import { findViolations } from './invariants.ts';

const reportKey = 'reports/demo/1/report.json';
const expected: ExpectedRow[] = [
  { sheet: 'Items', row: 2, title: 'Ramen', fate: 'sent' },
  { sheet: 'Items', row: 3, title: 'Udon without a price', fate: 'failed' },
  { sheet: 'Modifier options', row: 2, title: 'Extra egg', fate: 'sent', groupId: 2101 },
];
const fields = { requestIds: [], issues: [] };
const ramen: ReportRow = { ...fields, sheet: 'Items', row: 2, title: 'Ramen', status: 'created', klikitId: 7 };
const udon: ReportRow = { ...fields, sheet: 'Items', row: 3, title: 'Udon without a price', status: 'failed' };
const linked: ReportRow['link'] = { groupId: 2101, status: 'linked', requestIds: [] };
const egg: ReportRow = { ...fields, sheet: 'Modifier options', row: 2, title: 'Extra egg', status: 'created', klikitId: 8, link: linked };

function report(rows: ReportRow[], header: Partial<Report['import']> = {}): string {
  const at = '2026-11-24T09:00:00Z';
  const source = { bucket: 'uploads', key: 'menu.xlsx', sha256: '', bytes: 1 };
  const known = { id: '1', merchant: 'demo', trigger: 'upload', source, startedAt: at, finishedAt: at, outcome: 'completed' };
  const issues = header.outcome === 'refused' ? [{ code: 'superseded', severity: 'error', message: '', fix: '' }] : [];
  const summary = summarizeRows(rows, 0, { calls: 3, retries: 0 });
  return JSON.stringify({ schemaVersion: 1, import: { ...known, ...header }, summary, issues, rows });
}

function entry(id: number, en: string): EndState['klikit']['entries'][number] {
  return { id, title: { en }, vat: 0, visibilities: {}, prices: {} };
}

function call(stamp: number, idempotencyKey: string, body = ''): EndState['calls'][number] {
  return { stamp, method: 'POST', path: '/v1/partner/menus/items', idempotencyKey, body, status: 201 };
}

/** What is left of an import that went well, but for what a test has otherwise. */
function endState(more: Partial<EndState> & { rows?: ReportRow[]; body?: string } = {}): EndState {
  const { rows = [ramen, udon, egg], body = report(rows) } = more;
  return {
    puts: [
      { stamp: 1, key: 'ledger/demo/1.json', body: 'key-1 key-2 key-3' },
      { stamp: 5, key: 'reports/demo/1/report.xlsx', body },
      { stamp: 5, key: 'reports/demo/1/report.html', body },
      { stamp: 5, key: reportKey, body },
      { stamp: 6, key: 'reports/demo/latest.json', body: JSON.stringify({ report: reportKey }) },
    ],
    calls: [call(2, 'key-1'), call(3, 'key-2'), call(4, 'key-3')],
    klikit: { entries: [entry(7, 'Ramen'), entry(8, 'Extra egg')], groups: [{ id: 2101, title: '', options: [{ id: 8, sequence: 1 }] }] },
    logLines: ['{"message":"import finished"}'],
    imports: [{ reportKey, rows: expected }],
    credentials: { partnerKey: 'partner', secretKey: 'Sup3r/Secret+Key~' },
    promises: { nothingTwice: true, everythingKnown: true, undisturbed: false },
    ...more,
  };
}

/** The state with one more object in the bucket. */
function withPut(key: string, body: string): EndState {
  const end = endState();
  return { ...end, puts: [...end.puts, { stamp: 9, key, body }] };
}

const twice = { ...endState().klikit, entries: [entry(7, 'Ramen'), entry(8, 'Extra egg'), entry(9, 'Ramen')] };
const onlyItems = { entries: [entry(7, 'Ramen'), entry(8, 'Extra egg')], groups: [] };
const lessKnown = { nothingTwice: true, everythingKnown: false, undisturbed: false };
const authorization = `Basic ${Buffer.from('partner:Sup3r/Secret+Key~').toString('base64')}`;

describe('the end of an import', () => {
  test('that went well is all right', () => {
    expect(findViolations(endState())).toEqual([]);
  });

  test.each<[what: string, end: EndState, violation: RegExp]>([
    ['a row that was created twice', endState({ klikit: twice }), /"Ramen" was created 2 times: 7, 9/],
    ['a created row that is not there', endState({ klikit: { ...twice, entries: [entry(8, 'Extra egg')] } }), /"Ramen" is created as 7/],
    ['another id than the reported one', endState({ rows: [{ ...ramen, klikitId: 8 }, udon, egg] }), /"Ramen" is created as 8/],
    ['a created row without an id', endState({ rows: [without(ramen), udon, egg] }), /"Ramen" is created as undefined/],
    [
      'an entry that no report speaks of',
      endState({ klikit: { ...twice, entries: [...onlyItems.entries, entry(9, 'Udon without a price')] } }),
      /"Udon without a price" is in klikit, and no report/,
    ],
    ['a row that was left out', endState({ rows: [ramen, egg] }), /has the rows Items!2, Modifier options!2 instead of/],
    ['a row that is told twice', endState({ rows: [ramen, ramen, udon, egg] }), /has the rows Items!2, Items!2/],
    ['rows in another order', endState({ rows: [udon, ramen, egg] }), /has the rows Items!3, Items!2/],
    ['a bad row that was sent', endState({ rows: [ramen, { ...udon, status: 'unknown' }, egg] }), /Items!3 ".*" is unknown/],
    ['a good row that is in doubt', endState({ rows: [{ ...ramen, status: 'unknown' }, udon, egg] }), /Items!2 "Ramen" is unknown/],
    ['a refusal', endState({ body: report([], { outcome: 'refused', reason: 'source_gone' }) }), /is refused: source_gone/],
    [
      'no report',
      endState({ imports: [{ reportKey: 'reports/demo/2/report.json', rows: [] }] }),
      /reports\/demo\/2\/report.json is not there/,
    ],
    ['half a report', endState({ body: '{"schemaVersion":1' }), /was unreadable: SyntaxError/],
    ['a report of another shape', endState({ body: '{"schemaVersion":1}' }), /was unreadable: import /],
    [
      'a report that changes',
      withPut(reportKey, report([ramen, udon, egg], { finishedAt: '2027-01-01T00:00:00Z' })),
      /changed after it was there/,
    ],
    ['no latest.json', { ...endState(), puts: endState().puts.slice(0, -1) }, /latest.json is not there/],
    ['no workbook', { ...endState(), puts: endState().puts.filter(({ key }) => !key.endsWith('.xlsx')) }, /report\.xlsx is not there/],
    [
      'a page of a report that did not stay',
      withPut('reports/demo/1/report.html', report([], { outcome: 'refused', reason: 'source_gone' })),
      /report\.html is not of the report that is there/,
    ],
    [
      'a latest.json that leads nowhere',
      withPut('reports/demo/latest.json', '{"report":"reports/demo/3"}'),
      /names reports\/demo\/3, which/,
    ],
    ['a link that is not there', endState({ klikit: onlyItems }), /"Extra egg" is linked, and stands 0 times in its group 2101/],
    [
      'a link that is there twice',
      endState({
        klikit: {
          ...onlyItems,
          groups: [
            {
              id: 2101,
              title: '',
              options: [
                { id: 8, sequence: 1 },
                { id: 8, sequence: 2 },
              ],
            },
          ],
        },
      }),
      /stands 2 times in its group 2101/,
    ],
    [
      'a link in doubt',
      endState({ rows: [ramen, udon, { ...egg, link: { ...linked, status: 'unknown' } }] }),
      /the link of "Extra egg" is unknown/,
    ],
    [
      'a link that was made and is denied',
      endState({ rows: [ramen, udon, { ...egg, link: { ...linked, status: 'failed' } }], promises: lessKnown }),
      /the option 8 in 2101 was linked, and no report/,
    ],
    [
      'one key with two bodies',
      endState({ calls: [call(2, 'key-1', 'a'), call(3, 'key-1', 'b')] }),
      /the key key-1 was sent with .* a, and with .* b/,
    ],
    ['a write without a key', endState({ calls: [{ stamp: 2, method: 'POST', path: '/items', body: '', status: 400 }] }), /without a key/],
    ['a write that nobody had named', endState({ calls: [call(2, 'key-9')] }), /before the ledger named its key key-9/],
    ['a write that was named too late', endState({ calls: [call(0, 'key-1')] }), /before the ledger named its key key-1/],
    ['a secret in the log', endState({ logLines: ['Sup3r/Secret+Key~'] }), /a credential is in the log/],
    ['an authorization in the log', endState({ logLines: [authorization] }), /a credential is in the log/],
    [
      'a secret in a URL in the bucket',
      withPut('ledger/demo/2.json', encodeURIComponent('Sup3r/Secret+Key~')),
      /is in ledger\/demo\/2.json/,
    ],
    ['a secret in base64 without padding', withPut('x', Buffer.from('Sup3r/Secret+Key~').toString('base64url')), /a credential is in x/],
    ['a secret in a key', withPut('reports/partner/x', ''), /a credential is in reports\/partner\/x/],
  ])('with %s is not', (_, end, violation) => {
    expect(findViolations(end).join('\n')).toMatch(violation);
  });

  test('may know less, and hold a row twice, where klikit does not promise more', () => {
    const doubt: ReportRow[] = [{ ...without(ramen), status: 'unknown' }, udon, egg];
    expect(findViolations(endState({ rows: doubt, promises: lessKnown }))).toEqual([]);
    expect(
      findViolations(endState({ klikit: twice, promises: { nothingTwice: false, everythingKnown: true, undisturbed: false } })),
    ).toEqual([]);
  });

  test('may be a refusal where a newer version came first', () => {
    const body = report([], { outcome: 'refused', reason: 'superseded' });
    const imports = [{ reportKey, rows: expected, mayBeSuperseded: true }];
    expect(findViolations(endState({ body, imports, klikit: { entries: [], groups: [] } }))).toEqual([]);
  });
});

/** The row without the id that klikit gave it. */
function without({ klikitId: _klikitId, ...row }: ReportRow): ReportRow {
  return row;
}
