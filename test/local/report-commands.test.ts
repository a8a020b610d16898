import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addToMonthIndex } from '../../functions/menu-import/report/month-index.ts';
import { type ReportRow, reportSchema } from '../../functions/menu-import/report/report-schema.ts';
import { madeReport, putReport } from '../support/made-report.ts';
import { parseCsv } from '../support/parse-csv.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';
import { startRemoteBucket } from './report-commands-fixture.ts';

const morning = '2026-11-24T08:15:00.000Z';
const idOf = (digit: string) => digit.repeat(32);
const november = 'reports/demo/2026-11/index.json';

/** The ids that `report list --json` has, by their first digit. */
function idsIn(out: string): string[] {
  return JSON.parse(out).imports.map(({ id }: { id: string }) => id.slice(0, 1));
}

describe('report list', () => {
  test('has every import of every merchant, the newest first, in one line each', async () => {
    const { results, report } = await startRemoteBucket();
    await putReport(results, { id: idOf('a'), startedAt: '2026-11-30T23:59:59.999Z', rows: [{}, {}, { status: 'failed' }] });
    await putReport(results, {
      id: idOf('b'),
      startedAt: '2026-12-01T00:00:00.000Z',
      rows: [{ status: 'unchanged' }],
      file: '2026/菜单.xlsx',
    });
    await putReport(results, {
      id: idOf('c'),
      merchant: 'sari',
      startedAt: morning,
      rows: [{ status: 'unknown' }],
      stoppedBecause: 'klikit_unreachable',
    });
    expect((await report('list')).out).toBe(
      [
        'Began (UTC)       Merchant  Outcome      Created  Unchanged  Failed  Unknown  Import    File            Reason',
        '2026-12-01 00:00  demo      completed          0          1       0        0  bbbbbbbb  2026/菜单.xlsx',
        '2026-11-30 23:59  demo      with issues        2          0       1        0  aaaaaaaa  menu.xlsx',
        '2026-11-24 08:15  sari      stopped            0          0       0        1  cccccccc  menu.xlsx       klikit_unreachable',
        '',
      ].join('\n'),
    );
    expect(idsIn((await report('list', '--merchant', 'demo', '--json')).out)).toEqual(['b', 'a']);
  });

  test('counts the first and the last instant of a day in, and no other', async () => {
    const { results, report } = await startRemoteBucket();
    const times = ['2026-11-30T23:59:59.999Z', '2026-12-01T00:00:00.000Z', '2026-12-01T23:59:59.999Z', '2026-12-02T00:00:00.000Z'];
    for (const [n, startedAt] of times.entries()) await putReport(results, { id: idOf(String(n)), startedAt });
    expect(idsIn((await report('list', '--since', '2026-12-01', '--until', '2026-12-01', '--json')).out)).toEqual(['2', '1']);
  });

  test('reads no report that an index has', async () => {
    const { results, report, asked } = await startRemoteBucket();
    await addToMonthIndex(results, await putReport(results, { id: idOf('a'), startedAt: morning }));
    expect(idsIn((await report('list', '--merchant', 'demo', '--json')).out)).toEqual(['a']);
    expect(asked).toEqual(['s3:ListBucket ', `s3:GetObject ${november}`]);
  });

  test('reads the reports that no index has, and completes the indexes of their months', async () => {
    const { results, report, asked } = await startRemoteBucket();
    await addToMonthIndex(results, await putReport(results, { id: idOf('a'), startedAt: morning }));
    await putReport(results, { id: idOf('b'), startedAt: '2026-11-24T09:00:00.000Z' });
    await putReport(results, { id: idOf('c'), startedAt: '2026-12-24T09:00:00.000Z' });
    const first = await report('list', '--json');
    expect(idsIn(first.out)).toEqual(['c', 'b', 'a']);
    asked.length = 0;
    expect((await report('list', '--json')).out).toBe(first.out);
    expect(asked.filter((request) => request.includes('report.json') || request.startsWith('s3:PutObject'))).toEqual([]);
  });

  test.each([
    ['lost', undefined],
    ['damaged', '{"schemaVersion":1,"imports":[{'],
  ])('has them all where an index is %s, and makes it again', async (_, damaged) => {
    const { results, report, remove } = await startRemoteBucket();
    for (const id of ['a', 'b']) await addToMonthIndex(results, await putReport(results, { id: idOf(id), startedAt: morning }));
    const whole = await results.get(november);
    if (damaged === undefined) await remove(november);
    else await results.put(november, damaged);
    expect(idsIn((await report('list', '--json')).out)).toEqual(['a', 'b']);
    expect((await results.get(november))?.bytes).toEqual(whole?.bytes);
  });

  test('needs no permission to write', async () => {
    const { results, report, refuse } = await startRemoteBucket();
    await putReport(results, { id: idOf('a'), startedAt: morning });
    refuse(({ action }) => action === 's3:PutObject');
    expect(await report('list')).toMatchObject({ status: 0, err: '', out: expect.stringContaining('aaaaaaaa') });
  });

  test('names a report that it cannot read, and lists the others', async () => {
    const { results, report } = await startRemoteBucket();
    await putReport(results, { id: idOf('a'), startedAt: morning });
    await results.put(`reports/demo/${idOf('b')}/report.json`, '{"half":');
    const ended = await report('list', '--json');
    expect(idsIn(ended.out)).toEqual(['a']);
    expect(JSON.parse(ended.out).unreadable).toEqual([`reports/demo/${idOf('b')}/report.json`]);
    expect(ended.err).toContain('is gone or damaged');
  });

  test('takes several pages of keys', async () => {
    const { results, report } = await startRemoteBucket();
    const ids = Array.from({ length: 1_003 }, (_, n) => n.toString(16).padStart(32, '0'));
    await Promise.all(ids.map((id) => results.put(`reports/demo/${id}/report.html`, '')));
    await putReport(results, { id: idOf('f'), startedAt: morning });
    expect(idsIn((await report('list', '--json')).out)).toEqual(['f']);
  });
});

describe('report find', () => {
  const rows = [
    { title: 'Ramen', key: 'sku:R-1', klikitId: 29_653, requestIds: ['req_create', 'req_again'] },
    {
      title: 'Hot',
      kind: 'modifier_option',
      key: 'sku:o-1@spice level',
      klikitId: 29_654,
      link: { groupId: 2101, groupTitle: 'Spice level', status: 'linked', requestIds: ['req_link'] },
    },
    { title: 'Es teh', key: 'title:es teh', status: 'failed' },
    { title: 'Odd', key: 'sku:o-1@spice' },
  ] satisfies Partial<ReportRow>[];

  async function startWithRows() {
    const bucket = await startRemoteBucket();
    await putReport(bucket.results, { id: idOf('a'), startedAt: morning, rows });
    await putReport(bucket.results, { id: idOf('b'), startedAt: '2026-12-01T08:00:00.000Z', rows: rows.slice(0, 1), merchant: 'sari' });
    return bucket;
  }

  test.each([
    ['req_again', ['request id'], ['Ramen', 'Ramen']],
    ['req_link', ['request id of the link'], ['Hot']],
    ['29654', ['klikit id'], ['Hot']],
    ['r-1', ['SKU'], ['Ramen', 'Ramen']],
    ['O-1', ['SKU'], ['Hot']],
    ['o-1@spice', ['SKU'], ['Odd']],
    ['sku:O-1@Spice level', ['key'], ['Hot']],
    ['title:es teh', ['key'], ['Es teh']],
  ])('knows %j', async (text, matchedBy, titles) => {
    const { report } = await startWithRows();
    const ended = await report('find', text, '--json');
    const found: { matchedBy: string[]; row: { title: string } }[] = JSON.parse(ended.out).rows;
    expect(found.map(({ row }) => row.title)).toEqual(titles);
    for (const each of found) expect(each.matchedBy).toEqual(matchedBy);
    expect(ended.status).toBe(0);
  });

  test.each(['req_', 'R-', '2101', '2965'])('takes %j, which is a part of something only, for nothing', async (text) => {
    const { report } = await startWithRows();
    expect(await report('find', text)).toEqual({
      status: 1,
      out: `No row has "${text}" as its request id, SKU, klikit id or key.\n`,
      err: '',
    });
  });

  test('says of each row all that klikit may be asked by, those of the newest import first', async () => {
    const { report } = await startWithRows();
    expect((await report('find', 'R-1')).out).toBe(
      [
        `2026-12-01 08:00 UTC  sari  menu.xlsx  import ${idOf('b')}`,
        '  Row            Menu, row 2: created, "Ramen"',
        '  Known as       sku:R-1, item',
        '  klikit id      29653',
        '  Requests       req_create req_again',
        '  Matched by     SKU',
        '',
        `2026-11-24 08:15 UTC  demo  menu.xlsx  import ${idOf('a')}`,
        '  Row            Menu, row 2: created, "Ramen"',
        '  Known as       sku:R-1, item',
        '  klikit id      29653',
        '  Requests       req_create req_again',
        '  Matched by     SKU',
        '',
      ].join('\n'),
    );
    expect((await report('find', 'req_link')).out).toContain(
      '  Link           linked, group 2101 "Spice level"\n  Link requests  req_link\n',
    );
  });

  test('looks at the merchant and the time that are named only', async () => {
    const { report, asked } = await startWithRows();
    await report('list');
    asked.length = 0;
    expect((await report('find', 'R-1', '--merchant', 'demo', '--since', '2026-11-24')).out).toContain(idOf('a'));
    expect((await report('find', 'R-1', '--since', '2026-12-01')).out).not.toContain(idOf('a'));
    expect(asked.filter((request) => request.endsWith('report.json'))).toEqual([
      `s3:GetObject reports/demo/${idOf('a')}/report.json`,
      `s3:GetObject reports/sari/${idOf('b')}/report.json`,
    ]);
  });

  test('finds what needs quoting in JSON, and lets no text of a workbook steer the terminal', async () => {
    const { results, report } = await startRemoteBucket();
    await putReport(results, { id: idOf('a'), startedAt: morning, rows: [{ key: 'sku:5"ä', title: 'Red\u001B[31m\r\nPizza\u202E' }] });
    expect((await report('find', '5"Ä')).out).toContain('created, "Red [31m Pizza"\n');
  });

  test('names a report that is gone', async () => {
    const { results, report } = await startRemoteBucket();
    await addToMonthIndex(results, madeReport({ id: idOf('a'), startedAt: morning }));
    expect((await report('find', 'R-1')).err).toBe(`reports/demo/${idOf('a')}/report.json is gone or damaged, and is not counted here.\n`);
  });
});

describe('report get', () => {
  async function startWithOne() {
    const bucket = await startRemoteBucket();
    const id = 'abcdef0123'.padEnd(32, '0');
    await putReport(bucket.results, { id, startedAt: morning, rows: [{ title: '=1+1;=2', key: 'title:=1+1', requestIds: ['req_1'] }] });
    await bucket.results.put(`reports/demo/${id}/report.html`, '<!doctype html>');
    return { ...bucket, id };
  }

  test.each([[['abcdef']], [['ABCDEF0123', '--merchant', 'demo']], [['latest', '--merchant', 'demo']], [['abcdef', '--json']]])(
    'prints the report of %j as it lies there',
    async (words) => {
      const { report, results, id } = await startWithOne();
      const ended = await report('get', ...words);
      expect(ended).toMatchObject({ status: 0, err: '' });
      expect(ended.out).toBe(new TextDecoder().decode((await results.get(`reports/demo/${id}/report.json`))?.bytes));
    },
  );

  test('takes the newest for the latest, whichever was written last', async () => {
    const { report, results, id } = await startWithOne();
    await putReport(results, { id: idOf('f'), startedAt: '2026-11-24T08:14:00.000Z' });
    expect(reportSchema.parse(JSON.parse((await report('get', 'latest', '--merchant', 'demo')).out)).import.id).toBe(id);
  });

  test('copies all that is stored, and says so', async () => {
    const { report, id } = await startWithOne();
    const out = join(await temporaryDirectory(), 'new');
    const [json, html] = [join(out, 'report.json'), join(out, 'report.html')];
    expect(await report('get', 'abcdef', '--out', out)).toEqual({
      status: 0,
      out: `Import ${id} of demo: wrote ${json}, ${html}.\n`,
      err: '',
    });
    expect(await readFile(html, 'utf8')).toBe('<!doctype html>');
    expect(JSON.parse((await report('get', 'abcdef', '--out', out, '--json')).out)).toEqual({
      merchant: 'demo',
      importId: id,
      files: [json, html],
    });
  });

  test('says what was not stored', async () => {
    const { report, id } = await startWithOne();
    const ended = await report('get', 'abcdef', '--format', 'xlsx', '--out', await temporaryDirectory());
    expect(ended).toEqual({ status: 1, out: `The import ${id} has no report.xlsx.\n`, err: '' });
  });

  test('says where it cannot write', async () => {
    const { report } = await startWithOne();
    const file = join(await temporaryDirectory(), 'a-file');
    await writeFile(file, '');
    expect(await report('get', 'abcdef', '--out', file)).toEqual({
      status: 3,
      out: '',
      err: `${join(file, 'report.json')} cannot be written.\n`,
    });
  });

  test('makes a CSV of it in which no cell is a formula, wherever the cells are parted', async () => {
    const { report } = await startWithOne();
    const { out } = await report('get', 'abcdef', '--format', 'csv');
    expect(parseCsv(out)).toEqual([
      ['sheet', 'row', 'status', 'kind', 'title', 'sku', 'key', 'klikit_id', 'link_status', 'group', 'request_ids', 'issues'],
      ['Menu', '2', 'created', 'item', "'=1+1;'=2", '', 'title:=1+1', '', '', '', 'req_1', ''],
    ]);
    const directory = await temporaryDirectory();
    await report('get', 'abcdef', '--format', 'csv', '--out', directory);
    expect(await readFile(join(directory, 'report.csv'), 'utf8')).toBe(`\uFEFF${out}`);
  });

  test('has one line in the CSV for each row, with all that is wrong with it', async () => {
    const { results, report } = await startRemoteBucket();
    const issue = { code: 'of_old', severity: 'error', cell: 'B2', message: 'No\nprice.', fix: 'Fill it in.' } as const;
    const row: Partial<ReportRow> = {
      title: 'Two\nlines',
      status: 'failed',
      klikitId: 7,
      requestIds: ['req_1'],
      link: { groupId: 2101, status: 'failed', requestIds: ['req_2'] },
      issues: [issue, issue],
    };
    await putReport(results, { id: idOf('a'), startedAt: morning, rows: [row] });
    const { out } = await report('get', 'aaaaaa', '--format', 'csv');
    expect(out.split('\r\n').slice(1)).toEqual([
      'Menu,2,failed,item,Two lines,,,7,failed,2101,req_1 req_2,B2 of_old: No price. Fill it in. | B2 of_old: No price. Fill it in.',
      '',
    ]);
  });

  test('asks for more of an id that several imports begin with', async () => {
    const { results, report, id } = await startWithOne();
    await putReport(results, { id: 'abcdef9'.padEnd(32, '9'), merchant: 'sari', startedAt: morning });
    const ended = await report('get', 'abcdef');
    expect(ended).toMatchObject({ status: 3, out: '' });
    expect(ended.err).toBe(
      `2 imports begin with abcdef: ${id} of demo, ${'abcdef9'.padEnd(32, '9')} of sari. Give more of the id, or --merchant.\n`,
    );
    expect((await report('get', 'abcdef', '--merchant', 'sari')).status).toBe(0);
  });

  test('says that there is no such import', async () => {
    const { report } = await startWithOne();
    expect(await report('get', 'feedbeef')).toEqual({ status: 1, out: 'No import begins with "feedbeef".\n', err: '' });
  });
});

describe('report summary', () => {
  test('has a line for each merchant, those to look at first, and one for all', async () => {
    const { results, report } = await startRemoteBucket();
    const failed = { status: 'failed' } as const;
    await putReport(results, { id: idOf('1'), merchant: 'fine', startedAt: '2026-11-01T08:00:00.000Z', rows: [{}, {}] });
    await putReport(results, { id: idOf('2'), merchant: 'half', startedAt: '2026-11-02T08:00:00.000Z', rows: [{}, failed] });
    for (const [id, day] of [
      ['3', '03'],
      ['4', '04'],
    ]) {
      await putReport(results, {
        id: idOf(id ?? ''),
        merchant: 'doubt',
        startedAt: `2026-11-${day}T08:00:00.000Z`,
        rows: [{}, { status: 'unknown' }],
      });
    }
    const ended = await report('summary');
    expect(ended.out).toBe(
      [
        '                                With    Rows           Last success      Last import',
        'Merchant  Imports  Completed  issues  failed  Unknown  (UTC)             (UTC)',
        'doubt           2          0       2      0%        1  none              2026-11-04 08:00',
        'half            1          0       1     50%        0  none              2026-11-02 08:00',
        'fine            1          1       0      0%        0  2026-11-01 08:00  2026-11-01 08:00',
        'All             4          1       3   12.5%        1  2026-11-01 08:00  2026-11-04 08:00',
        '',
      ].join('\n'),
    );
    const { merchants, total } = JSON.parse((await report('summary', '--since', '2026-11-04', '--json')).out);
    expect(merchants).toEqual([{ merchant: 'doubt', ...total }]);
    expect(total).toMatchObject({ imports: 1, rows: 2, rowsFailed: 0, failureRate: 0, rowsUnknown: 1 });
  });

  test('counts what is unknown or not sent as it stands: in the newest import of each file that was not refused', async () => {
    const { results, report } = await startRemoteBucket();
    await putReport(results, { id: idOf('1'), startedAt: '2026-11-01T08:00:00.000Z', rows: [{ status: 'not_attempted' }], file: 'a.xlsx' });
    await putReport(results, { id: idOf('2'), startedAt: '2026-11-02T08:00:00.000Z', rows: [{ status: 'unknown' }], file: 'b.xlsx' });
    await putReport(results, { id: idOf('3'), startedAt: '2026-11-03T08:00:00.000Z', rows: [{}], file: 'a.xlsx' });
    await putReport(results, { id: idOf('4'), startedAt: '2026-11-04T08:00:00.000Z', rows: [], file: 'b.xlsx' });
    expect(JSON.parse((await report('summary', '--json')).out).total).toMatchObject({ rowsUnknown: 1, rowsNotSent: 0 });
  });
});
