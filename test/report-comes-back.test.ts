import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import type { Report } from '../functions/menu-import/report/report-schema.ts';
import { readWorkbook } from '../functions/menu-import/workbook/read-workbook.ts';
import { sandboxGroups } from '../infra/local/example/sandbox-groups.ts';
import { menuWorkbook } from './support/menu-workbook.ts';
import { sheetValues } from './support/sheet-values.ts';
import { type Servers, startServers } from './support/start-servers.ts';

const example = readFileSync(new URL('../infra/local/example/warung-hoshi.xlsx', import.meta.url));

async function workbookOf({ results }: Servers, { import: { merchant, id } }: Report): Promise<Uint8Array> {
  const object = await results.get(`reports/${merchant}/${id}/report.xlsx`);
  if (object === undefined) throw new Error('the import has no workbook');
  return object.bytes;
}

/** Corrects cells as somebody does who opens the workbook: another program reads it and writes it again. */
async function correct(bytes: Uint8Array, sheet: string, corrections: Readonly<Record<string, string | number>>): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as Parameters<typeof workbook.xlsx.load>[0]);
  for (const [address, value] of Object.entries(corrections)) {
    const cell = workbook.getWorksheet(sheet)?.getCell(address);
    if (cell === undefined) throw new Error(`the workbook has no sheet ${sheet}`);
    cell.value = value;
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const creates = ({ sandbox }: Servers) => sandbox.calls().filter(({ method }) => method === 'POST').length;

describe('a report that comes back', () => {
  test('as it is changes nothing, and says the same of what is still wrong', { timeout: 30_000 }, async () => {
    const servers = await startServers({ klikit: { groups: sandboxGroups } });
    const first = await servers.importWorkbook('uploads/demo/menu.xlsx', example);
    const [entries, calls] = [servers.sandbox.state().entries.length, creates(servers)];
    expect(first.summary).toMatchObject({ created: 60, failed: 6 });

    const second = await servers.importWorkbook('uploads/demo/report.xlsx', await workbookOf(servers, first));
    expect(second.summary).toMatchObject({ rows: 72, created: 0, unchanged: 60, changed: 0, failed: 6, skipped: 6 });
    expect([servers.sandbox.state().entries.length, creates(servers)]).toEqual([entries, calls]);
    const told = ({ rows }: Report) => rows.map(({ sheet, row, issues }) => [sheet, row, issues.map(({ code, cell }) => [code, cell])]);
    expect(told(second)).toEqual(told(first));
    expect(second.issues).toEqual(first.issues);
    expect(second.sheets?.flatMap(({ unknownColumns }) => unknownColumns)).toEqual([]);

    const shapes = async (report: Report) => {
      const { sheets } = await readWorkbook(await workbookOf(servers, report));
      return sheets.map(({ name, rows }) => [name, Math.max(...rows.map(({ cells }) => cells.at(-1)?.column ?? 0))]);
    };
    expect(await shapes(second)).toEqual(await shapes(first));
  });

  test('corrected creates what was corrected, and nothing twice', { timeout: 30_000 }, async () => {
    const servers = await startServers({ klikit: { groups: sandboxGroups } });
    const first = await servers.importWorkbook('uploads/demo/menu.xlsx', example);
    const corrected = await correct(await workbookOf(servers, first), 'Menu', { F11: 85_000, F18: 98_000, H36: 11 });
    const before = servers.sandbox.state().entries.length;
    const second = await servers.importWorkbook('uploads/demo/menu.xlsx', corrected);
    expect(second.summary).toMatchObject({ created: 3, unchanged: 60, changed: 0, failed: 3 });
    expect(servers.sandbox.state().entries).toHaveLength(before + 3);
    const ids = new Set(servers.sandbox.state().entries.map(({ id }) => id));
    expect(ids.size).toBe(before + 3);
  });

  test('knows a row whose title and SKU were changed by its klikit ID', async () => {
    const servers = await startServers();
    const rows = [
      ['Title', 'SKU', 'Price'],
      ['Ramen', 'R1', 60_000],
    ];
    const first = await servers.importWorkbook('uploads/demo/menu.xlsx', await menuWorkbook({ Menu: rows }));
    const changed = await correct(await workbookOf(servers, first), 'Menu', { A2: 'Ramen besar', B2: 'R2' });
    const second = await servers.importWorkbook('uploads/demo/menu.xlsx', changed);
    expect(second.rows).toMatchObject([{ status: 'changed', klikitId: first.rows[0]?.klikitId }]);
    expect(servers.sandbox.state().entries).toHaveLength(1);
  });

  test('of a refused file holds the sheets with the cell marked, and what to do', async () => {
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
    const values = sheetValues(await readWorkbook(await workbookOf(servers, report)));
    expect(values['Menu']).toEqual({ A1: 'Dish', B1: 'Notes', A2: 'Ramen', B2: 'x' });
    expect(Object.values(values['klikit report'] ?? {})).toContain(report.issues[0]?.message);
  });

  test('of a refused file that was as large as may be is refused for the same, not for what the report added', async () => {
    const servers = await startServers();
    const rows = Array.from({ length: 19_999 }, (_, row) => [`Ramen ${row}`, 'x']);
    const report = await servers.importWorkbook('uploads/demo/menu.xlsx', await menuWorkbook({ Menu: [['Dish', 'Notes'], ...rows] }));
    expect(report.import.outcome).toBe('refused');
    const again = await servers.importWorkbook('uploads/demo/again.xlsx', await workbookOf(servers, report));
    expect(again.import.reason).toBe(report.import.reason);
  });

  test('of a file that is no workbook is the first sheet alone', async () => {
    const servers = await startServers();
    const report = await servers.importWorkbook('uploads/demo/menu.xlsx', Buffer.from('PK\u0003\u0004 not a zip at all'));
    const { sheets } = await readWorkbook(await workbookOf(servers, report));
    expect(sheets.map(({ name }) => name)).toEqual(['klikit report']);
  });
});
