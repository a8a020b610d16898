import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Report, type ReportRow, reportSchema } from '../../functions/menu-import/report/report-schema.ts';
import { reportKey } from '../../functions/menu-import/report/store-report.ts';
import { type WorkbookSpeech, workbookSpeech } from '../../functions/menu-import/report/words/workbook-words.ts';
import { readWorkbook } from '../../functions/menu-import/workbook/read-workbook.ts';
import type { Row, Workbook } from '../../functions/menu-import/workbook/workbook.ts';
import { sandboxGroups } from '../../infra/local/example/sandbox-groups.ts';
import { openHtml } from '../support/browser.ts';
import { menuWorkbook } from '../support/menu-workbook.ts';
import { type Servers, startServers } from '../support/start-servers.ts';

/** What a rendering says of one row. */
interface SaidOfRow {
  place: string;
  result: string;
  klikitId: string;
  requestIds: string[];
  /** Sentences about what is wrong and what to do. */
  sentences: string[];
}

const example = readFileSync(new URL('../../infra/local/example/warung-hoshi.xlsx', import.meta.url));

async function stored({ results }: Servers, { import: { merchant, id } }: Report, format: 'json' | 'html' | 'xlsx'): Promise<Uint8Array> {
  const object = await results.get(reportKey(merchant, id, format));
  if (object === undefined) throw new Error(`the import has no report.${format}`);
  return object.bytes;
}

function inJson(rows: readonly ReportRow[], { common }: WorkbookSpeech): SaidOfRow[] {
  return rows.map(({ sheet, row, status, klikitId, requestIds, link, issues }) => ({
    place: `${sheet} ${row}`,
    result: common.statuses[status],
    klikitId: String(klikitId ?? ''),
    requestIds: [...new Set([...requestIds, ...(link?.requestIds ?? [])])],
    sentences: issues.flatMap(({ message, fix }) => [message, fix]),
  }));
}

/** As a browser shows them, all of them. */
async function inPage(html: Uint8Array): Promise<SaidOfRow[]> {
  const { page, surprises } = await openHtml(Buffer.from(html).toString('utf8'));
  while (await page.locator('#more').isVisible()) await page.locator('#more').click();
  const rows = await page.locator('#rows tr').all();
  const said = await Promise.all(
    rows.map(async (row) => ({
      place: (await row.locator('th').textContent()) ?? '',
      result: (await row.locator('.status').textContent()) ?? '',
      klikitId: (await row.locator('.number').textContent()) ?? '',
      requestIds: await row.locator('[data-copy]').allTextContents(),
      sentences: [(await row.locator('td').nth(3).textContent()) ?? ''],
    })),
  );
  expect(surprises).toEqual([]);
  return said;
}

/** As a spreadsheet shows them: by the headers of the result columns. */
function inWorkbook(workbook: Workbook, rows: readonly ReportRow[], { words }: WorkbookSpeech): SaidOfRow[] {
  return rows.map(({ sheet, row }) => {
    const all = workbook.sheets.find(({ name }) => name === sheet)?.rows ?? [];
    const columnOf = (header: string) => all.flatMap(({ cells }) => cells).find(({ value }) => value === header)?.column;
    const line = all.find((candidate: Row) => candidate.row === row);
    const text = (header: string) => String(line?.cells.find(({ column }) => column === columnOf(header))?.value ?? '');
    return {
      place: `${sheet} ${row}`,
      result: text(words.headers.result),
      klikitId: text(words.headers.klikitId),
      requestIds: text(words.headers.requestIds)
        .split('\n')
        .filter((id) => id !== ''),
      sentences: [text(words.headers.whatToDo)],
    };
  });
}

/** Two renderings say the same of each row; one of them may say more in one breath. */
function expectSame(said: readonly SaidOfRow[], expected: readonly SaidOfRow[]): void {
  const bare = (rows: readonly SaidOfRow[]) =>
    rows.map(({ place, result, klikitId, requestIds }) => ({ place, result: result.split(':')[0], klikitId, requestIds }));
  expect(bare(said)).toEqual(bare(expected));
  expected.forEach(({ sentences }, position) => {
    for (const sentence of sentences) expect(said[position]?.sentences.join(' ')).toContain(sentence);
  });
}

async function expectAgreement(servers: Servers, imported: Report): Promise<void> {
  const report = reportSchema.parse(JSON.parse(Buffer.from(await stored(servers, imported, 'json')).toString('utf8')));
  const speech = workbookSpeech(report.language);
  const workbook = await readWorkbook(await stored(servers, report, 'xlsx'));
  const json = inJson(report.rows, speech);
  expectSame(inWorkbook(workbook, report.rows, speech), json);
  expectSame(await inPage(await stored(servers, report, 'html')), json);
  // What is about the file as a whole, and the sums, stand in the first sheet and at the top of the page.
  const { page } = await openHtml(Buffer.from(await stored(servers, report, 'html')).toString('utf8'), { javaScriptEnabled: false });
  const top = (await page.locator('body').textContent()) ?? '';
  const first = (workbook.sheets[0]?.rows ?? []).flatMap(({ cells }) => cells.map(({ value }) => String(value)));
  for (const { message, fix } of report.issues) {
    expect(first).toEqual(expect.arrayContaining([message, fix]));
    expect(top).toContain(message);
  }
}

describe('report.json, report.html and report.xlsx say the same of every row', { timeout: 60_000 }, () => {
  test('of the example, where most is well', async () => {
    const servers = await startServers({ klikit: { groups: sandboxGroups } });
    const report = await servers.importWorkbook('uploads/demo/menu.xlsx', example);
    expect(report.import.outcome).toBe('completed_with_issues');
    await expectAgreement(servers, report);
    // And when nothing is new, in the workbook of the report itself.
    const again = await servers.importWorkbook('uploads/demo/again.xlsx', await stored(servers, report, 'xlsx'));
    expect(again.summary.unchanged).toBe(report.summary.created);
    await expectAgreement(servers, again);
  });

  test('of a good import', async () => {
    const servers = await startServers({ klikit: { groups: sandboxGroups } });
    const menu = {
      Menu: [
        ['Title', 'Price'],
        ['Ramen', 60_000],
      ],
      Options: [
        ['Title', 'Price', 'Modifier group'],
        ['Mild', 0, sandboxGroups[0]?.title ?? ''],
      ],
    };
    const report = await servers.importWorkbook('uploads/demo/menu.xlsx', await menuWorkbook(menu));
    expect(report).toMatchObject({ import: { outcome: 'completed' }, summary: { created: 2, links: { linked: 1 } } });
    await expectAgreement(servers, report);
  });

  test('of an import that klikit ended', async () => {
    const servers = await startServers({ klikit: { groups: sandboxGroups } });
    servers.sandbox.inject({
      kind: 'status',
      status: 403,
      code: 'forbidden',
      match: ({ body }) => JSON.stringify(body ?? '').includes('Katsu'),
    });
    const report = await servers.importWorkbook('uploads/demo/menu.xlsx', example);
    expect(report.import.outcome).toBe('stopped');
    await expectAgreement(servers, report);
  });

  test('of rows that differ from klikit, in Indonesian', async () => {
    const servers = await startServers({ klikit: { groups: sandboxGroups } });
    const sheets = (price: number) => ({
      Menu: [
        ['Nama', 'Harga', 'SKU'],
        ['Nasi goreng', price, 'A1'],
        ['Es teh', '12k5', 'A2'],
      ],
      Settings: [['Language', 'id']],
    });
    await servers.importWorkbook('uploads/demo/menu.xlsx', await menuWorkbook(sheets(45_000)));
    const report = await servers.importWorkbook('uploads/demo/menu.xlsx', await menuWorkbook(sheets(48_000)));
    expect(report).toMatchObject({ language: 'id', summary: { changed: 1, failed: 1 } });
    await expectAgreement(servers, report);
    // Its first sheet and its columns are known in Indonesian, too.
    const again = await servers.importWorkbook('uploads/demo/again.xlsx', await stored(servers, report, 'xlsx'));
    expect(again).toMatchObject({ summary: report.summary, issues: report.issues });
    expect(again.sheets?.flatMap(({ unknownColumns }) => unknownColumns)).toEqual([]);
    await expectAgreement(servers, again);
  });

  test('of a refused file, of which there are none', async () => {
    const servers = await startServers();
    const report = await servers.importWorkbook(
      'uploads/demo/menu.xlsx',
      await menuWorkbook({
        Menu: [
          ['Dish', 'Notes'],
          ['Ramen', 'x'],
        ],
      }),
    );
    expect(report.import.outcome).toBe('refused');
    await expectAgreement(servers, report);
  });
});
