import { describe, expect, test } from 'vitest';
import { menuWorkbook } from './support/menu-workbook.ts';
import { startServers } from './support/start-servers.ts';

const menu = (...titles: string[]) => menuWorkbook({ Menu: [['Title', 'Price'], ...titles.map((title) => [title, 10_000])] });

describe('the handler', () => {
  test('answers counts, and writes the report under a key that follows from the upload', async () => {
    const { upload, handler, read } = await startServers();
    const event = await upload('uploads/demo/Menu baru (1) ラ.xlsx', await menu('Ramen'));
    const { imports, ignored } = await handler(event);
    expect(imports).toMatchObject([{ merchant: 'demo', outcome: 'completed', summary: { rows: 1, created: 1, calls: 1 } }]);
    expect(ignored).toEqual([]);
    const report = JSON.parse(await read(`reports/demo/${imports[0]?.importId}/report.json`));
    expect(report.import.source.key).toBe('uploads/demo/Menu baru (1) ラ.xlsx');
    const page = await read(`reports/demo/${imports[0]?.importId}/report.html`);
    expect(page).toMatch(/^<!doctype html>[^]*Menu baru \(1\) ラ\.xlsx[^]*The menu is in klikit\.[^]*<script>[^]+<\/script>/m);
    expect(JSON.parse(await read('reports/demo/latest.json'))).toMatchObject({ importId: imports[0]?.importId, outcome: 'completed' });
  });

  test('that gets the same event twice sends nothing and leaves the report as it is', async () => {
    const { upload, handler, read, sandbox } = await startServers();
    const event = await upload('uploads/demo/menu.xlsx', await menu('Ramen'));
    const first = await handler(event);
    const key = `reports/demo/${first.imports[0]?.importId}/report.json`;
    const before = await read(key);
    expect(await handler(event)).toEqual(first);
    expect(await read(key)).toBe(before);
    expect(sandbox.calls()).toHaveLength(1);
  });

  test('that gets the event of a closed import again does not try its failed rows again', async () => {
    const { upload, handler, sandbox } = await startServers();
    sandbox.inject({ kind: 'status', status: 400, code: 'request_invalid' });
    const event = await upload('uploads/demo/menu.xlsx', await menu('Ramen'));
    const first = await handler(event);
    expect(first.imports).toMatchObject([{ outcome: 'completed_with_issues', summary: { failed: 1 } }]);
    expect(await handler(event)).toEqual(first);
    expect(sandbox.calls()).toHaveLength(1);
  });

  test('that gets one event three times at once creates every row once, where klikit honours its keys', async () => {
    const { upload, handler, sandbox } = await startServers();
    const event = await upload('uploads/demo/menu.xlsx', await menu('Ramen', 'Udon', 'Soba'));
    const results = await Promise.all([handler(event), handler(event), handler(event)]);
    const titles = sandbox.state().entries.map(({ title }) => title['en']);
    expect(titles).toHaveLength(3);
    expect(new Set(titles)).toEqual(new Set(['Ramen', 'Udon', 'Soba']));
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
  });

  test('imports every record of an event, and passes over what is no upload', async () => {
    const { upload, handler } = await startServers();
    const one = await upload('uploads/demo/a.xlsx', await menu('Ramen'));
    const other = await upload('uploads/demo/b.xlsx', await menu('Udon'));
    const { imports, ignored } = await handler({ Records: [...one.Records, { eventVersion: '2.1' }, ...other.Records] });
    expect(imports.map(({ summary }) => summary.created)).toEqual([1, 1]);
    expect(ignored).toEqual(['other_event']);
  });

  test('says so when the upload is gone', async () => {
    const { upload, handler } = await startServers();
    const event = await upload('uploads/demo/menu.xlsx', await menu('Ramen'));
    const gone = JSON.parse(JSON.stringify(event).replace(/"versionId":"[^"]+"/, '"versionId":"no-such-version"'));
    expect((await handler(gone)).imports).toMatchObject([{ outcome: 'refused', reason: 'source_gone' }]);
  });

  test('fails when its surroundings fail, so that the event comes again, and has called nobody', async () => {
    const { upload, handler, secrets, sandbox } = await startServers();
    const event = await upload('uploads/demo/menu.xlsx', await menu('Ramen'));
    await secrets.close();
    await expect(handler(event)).rejects.toThrow('ECONNREFUSED');
    expect(sandbox.calls()).toEqual([]);
  });

  test('never moves latest.json backwards', async () => {
    const { upload, handler, read } = await startServers();
    const older = await upload('uploads/demo/a.xlsx', await menu('Ramen'));
    const newer = await upload('uploads/demo/b.xlsx', await menu('Udon'));
    await handler(older);
    const { imports } = await handler(newer);
    await handler(older);
    expect(JSON.parse(await read('reports/demo/latest.json')).importId).toBe(imports[0]?.importId);
  });
});
