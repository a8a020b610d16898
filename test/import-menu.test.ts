import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { sandboxGroups } from '../infra/local/example/sandbox-groups.ts';
import { startSandboxedStack } from './support/import-into-sandbox.ts';
import { menuWorkbook } from './support/menu-workbook.ts';

const example = new URL('../infra/local/example/warung-hoshi.xlsx', import.meta.url);

describe('an import', () => {
  test('of the example creates every good row, links every option, and reports the rest with cell and fix', async () => {
    const stack = await startSandboxedStack({ groups: sandboxGroups });
    const report = await stack.importWorkbook('demo', 'warung-hoshi.xlsx', await readFile(example));

    expect(report.import).toMatchObject({ merchant: 'demo', trigger: 'upload', outcome: 'completed_with_issues' });
    expect(report.summary).toMatchObject({
      rows: 72,
      created: 60,
      failed: 6,
      skipped: 6,
      unknown: 0,
      links: { linked: 24 },
      calls: 60 + 8 + 1,
      retries: 0,
    });
    const failed = report.rows.filter(({ status }) => status === 'failed');
    expect(
      failed.map(({ sheet, row, issues }) => `${sheet}!${row} ${issues.map(({ code, cell }) => `${code}@${cell ?? ''}`).join()}`),
    ).toEqual([
      'Menu!11 price_unreadable@F11',
      'Menu!18 klikit_price_missing@F18',
      'Menu!33 duplicate_row@',
      'Menu!34 duplicate_row@',
      'Menu!36 vat_out_of_range@H36',
      'Modifier options!26 group_not_found@F26',
    ]);

    const { entries, groups } = stack.sandbox.state();
    for (const row of report.rows.filter(({ status }) => status === 'created')) {
      const entry = entries.find(({ id }) => id === row.klikitId);
      expect(entry?.title['en']).toBe(row.title);
      expect(row.requestIds).toHaveLength(1);
    }
    expect(entries).toHaveLength(60);
    const toppings = groups.find(({ title }) => title === 'Ramen toppings');
    expect(toppings?.options.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5]);
  });

  test('sends the create call as the contract has it', async () => {
    const stack = await startSandboxedStack();
    const items = [
      [
        'Title',
        'Title [id]',
        'Description',
        'SKU',
        'Price',
        'Price [6] (USD)',
        'Take-away price',
        'VAT %',
        'Visible [6]',
        'Enabled',
        'Preparation minutes',
      ],
      ['Margherita Pizza', 'Pizza Margherita', 'Tomato, mozzarella, basil', '007', 85_000, 6.5, 90_000, 11, 'yes', 'no', 20],
    ];
    await stack.importWorkbook('demo', 'menu.xlsx', await menuWorkbook({ Items: items }));
    expect(stack.sandbox.calls().map(({ body }) => JSON.parse(body))).toEqual([
      {
        title: { en: 'Margherita Pizza', id: 'Pizza Margherita' },
        description: { en: 'Tomato, mozzarella, basil' },
        vat: 11,
        visibilities: { '1': true, '6': true },
        prices: { '1': { IDR: { price: 85_000, takeAwayPrice: 90_000 } }, '6': { USD: { price: 6.5, takeAwayPrice: 6.5 } } },
        isEnabled: false,
        skuID: '007',
        preparationTime: 20,
        fromAPI: true,
      },
    ]);
  });

  test('says in its report how each sheet was understood', async () => {
    const stack = await startSandboxedStack();
    const rows = [
      ['Warung Hoshi'],
      ['Title', 'Price', null, 'Supplier'],
      [null, 'IDR', 'USD', null],
      ['Noodles'],
      ['Ramen', 60_000, 4, 'x'],
      ['Udon', null, null, null],
      [],
      ['Total', 60_000, 4, null],
      ['All prices are subject to 10% service charge'],
    ];
    const bytes = await menuWorkbook({ Menu: rows, Settings: [['Currency', 'IDR']] }, (workbook) => {
      const sheet = workbook.getWorksheet('Menu');
      for (const range of ['A1:D1', 'A2:A3', 'B2:C2', 'B5:B6']) sheet?.mergeCells(range);
      for (const cell of ['A1', 'A2', 'B2', 'A4']) Object.assign(sheet?.getCell(cell) ?? {}, { font: { bold: true } });
    });
    const report = await stack.importWorkbook('demo', 'menu.xlsx', bytes);
    expect(report.summary).toMatchObject({ rows: 5, blankRows: 1, created: 2, skipped: 3 });
    expect(report.sheets).toEqual([
      {
        name: 'Menu',
        hidden: false,
        role: 'items',
        headerRow: 3,
        headerRows: [2, 3],
        because: 'Rows 2 and 3 together have 3 known headers, titles and prices among them.',
        columns: [
          { column: 'A', header: 'Title', field: 'title' },
          { column: 'B', header: 'Price (IDR)', field: 'price (IDR)' },
          { column: 'C', header: 'Price (USD)', field: 'price (USD)' },
        ],
        unknownColumns: [{ column: 'D', header: 'Supplier' }],
        rows: 5,
        blankRows: 1,
        skipped: { section_title: 1, total: 1, note: 1 },
        sections: [{ row: 4, text: 'Noodles' }],
      },
      expect.objectContaining({ name: 'Settings', role: 'settings' }),
    ]);
    expect(report.rows[2]).toMatchObject({ title: 'Udon', status: 'created', issues: [{ code: 'merged_value', cell: 'B6' }] });
  });

  test('that is refused says how each sheet was understood, too', async () => {
    const stack = await startSandboxedStack();
    const report = await stack.importWorkbook(
      'demo',
      'menu.xlsx',
      await menuWorkbook({
        Menu: [
          ['Title', 'Description'],
          ['Ramen', 'Soup'],
        ],
      }),
    );
    expect(report.import).toMatchObject({ outcome: 'refused', reason: 'no_price_column' });
    expect(report.sheets).toMatchObject([
      { name: 'Menu', role: 'ignored', headerRow: 1, columns: [{ field: 'title' }, { field: 'description' }] },
    ]);
  });

  test('of options that name their group once points at that cell where klikit has no such group', async () => {
    const stack = await startSandboxedStack();
    const options = [
      ['Modifier group', 'Title', 'Price'],
      ['Spice', 'Mild', 0],
      [null, 'Hot', 0],
    ];
    const report = await stack.importWorkbook('demo', 'menu.xlsx', await menuWorkbook({ Options: options }));
    expect(report.rows.map(({ issues }) => issues.map(({ code, cell }) => `${code}@${cell}`))).toEqual([
      ['group_not_found@A2'],
      ['group_taken_from_above@A3', 'group_not_found@A2'],
    ]);
  });

  test('of options makes one link call a group, with the options in sequence', async () => {
    const stack = await startSandboxedStack();
    const options = [
      ['Title', 'Price', 'Modifier group', 'Sequence'],
      ['Hot', 0, 'Spice level', 2],
      ['Large', 5_000, 'Ukuran', 1],
      ['Mild', 0, 2101, 1],
    ];
    const report = await stack.importWorkbook('demo', 'menu.xlsx', await menuWorkbook({ Options: options }));
    expect(report.import.outcome).toBe('completed');
    const [hot, large, mild] = report.rows.map(({ klikitId }) => klikitId);
    const links = stack.sandbox
      .calls()
      .filter(({ path }) => path.endsWith('/modifiers'))
      .map(({ body }) => JSON.parse(body));
    expect(links.toSorted((a, b) => a.modifierGroupID - b.modifierGroupID)).toEqual([
      {
        modifierGroupID: 2101,
        attach: [
          { id: mild, sequence: 1 },
          { id: hot, sequence: 2 },
        ],
      },
      { modifierGroupID: 2105, attach: [{ id: large, sequence: 1 }] },
    ]);
    expect(report.rows[0]?.link).toMatchObject({ groupId: 2101, groupTitle: 'Spice level', status: 'linked' });
    expect(report.rows[0]?.link?.requestIds).toHaveLength(1);
  });

  test('of a group that does not exist, or twice, fails the row and creates nothing', async () => {
    const stack = await startSandboxedStack();
    const options = [
      ['Title', 'Price', 'Modifier group'],
      ['Hot', 0, 'Spice'],
      ['Ponzu', 0, 'Sauces'],
      ['Large', 0, 99],
    ];
    const report = await stack.importWorkbook('demo', 'menu.xlsx', await menuWorkbook({ Options: options }));
    const [unknown, ambiguous, badId] = report.rows;
    expect(unknown).toMatchObject({ status: 'failed', issues: [{ code: 'group_not_found', cell: 'C2', value: 'Spice' }] });
    expect(unknown?.issues[0]?.message).toContain('"Spice level", "Drink size", "Sauces"');
    expect(unknown).not.toHaveProperty('link');
    expect(ambiguous).toMatchObject({ status: 'failed', issues: [{ code: 'group_ambiguous' }] });
    expect(ambiguous?.issues[0]?.message).toContain('2108, 2109');
    // A number is believed: the option is made, and klikit says no to the link.
    expect(badId).toMatchObject({
      status: 'created',
      link: { groupId: 99, status: 'failed' },
      issues: [{ code: 'group_link_refused', cell: 'C4' }],
    });
    expect(stack.sandbox.state().entries).toHaveLength(1);
  });

  test('asks for the menu tree only where a row names a group by its title', async () => {
    const stack = await startSandboxedStack();
    await stack.importWorkbook(
      'demo',
      'menu.xlsx',
      await menuWorkbook({
        Options: [
          ['Title', 'Price', 'Modifier group'],
          ['Hot', 0, 2101],
        ],
      }),
    );
    expect(stack.sandbox.calls().filter(({ method }) => method === 'GET')).toEqual([]);
  });

  test('whose menu tree cannot be read goes on with rows that name a number', async () => {
    const stack = await startSandboxedStack();
    stack.sandbox.inject({ kind: 'status', status: 404, code: 'not_found', match: ({ method }) => method === 'GET' });
    const options = [
      ['Title', 'Price', 'Modifier group'],
      ['Hot', 0, 'Spice level'],
      ['Large', 0, 2105],
    ];
    const report = await stack.importWorkbook('demo', 'menu.xlsx', await menuWorkbook({ Options: options }));
    expect(report.rows).toMatchObject([
      { status: 'not_attempted', notAttemptedBecause: 'menu_tree_unreadable', issues: [{ cell: 'C2' }] },
      { status: 'created', link: { status: 'linked' } },
    ]);
  });

  test('of the same file again sends nothing, and says unchanged', async () => {
    const stack = await startSandboxedStack();
    const bytes = await menuWorkbook({
      Menu: [
        ['Title', 'Price', 'Modifier group'],
        ['Ramen', 60_000, null],
        ['Hot', 0, 'Spice level'],
      ],
    });
    await stack.importWorkbook('demo', 'menu.xlsx', bytes);
    const before = stack.sandbox.calls().length;
    const report = await stack.importWorkbook('demo', 'menu.xlsx', bytes);
    expect(report.import.outcome).toBe('completed');
    expect(report.rows).toMatchObject([
      { status: 'unchanged' },
      { status: 'unchanged', link: { status: 'already_linked', groupId: 2101 } },
    ]);
    expect(report.summary.calls).toBe(0);
    expect(stack.sandbox.calls()).toHaveLength(before);
  });

  test('of a corrected file creates what was wrong, and lists what changed without sending it', async () => {
    const stack = await startSandboxedStack();
    const header = ['Title', 'SKU', 'Price'];
    await stack.importWorkbook('demo', 'a.xlsx', await menuWorkbook({ Menu: [header, ['Ramen', 'R1', 60_000], ['Udon', 'U1', '60k']] }));
    const report = await stack.importWorkbook(
      'demo',
      'b.xlsx',
      await menuWorkbook({ Menu: [header, ['Ramen', 'R1', 65_000], ['Udon', 'U1', 60_000]] }),
    );
    expect(report.rows).toMatchObject([
      {
        status: 'changed',
        changes: [
          { field: 'prices.1.IDR.price', before: 60_000, after: 65_000 },
          { field: 'prices.1.IDR.takeAwayPrice', before: 60_000, after: 65_000 },
        ],
      },
      { status: 'created' },
    ]);
    expect(stack.sandbox.state().entries.map(({ title }) => title['en'])).toEqual(['Ramen', 'Udon']);
  });

  test('tries a link again that klikit refused, without creating the option again', async () => {
    const stack = await startSandboxedStack();
    const bytes = await menuWorkbook({
      Options: [
        ['Title', 'Price', 'Modifier group'],
        ['Hot', 0, 'Spice level'],
      ],
    });
    stack.sandbox.inject({ kind: 'status', status: 422, code: 'INVALID_TRANSITION', match: ({ path }) => path.endsWith('/modifiers') });
    const first = await stack.importWorkbook('demo', 'menu.xlsx', bytes);
    expect(first.rows).toMatchObject([{ status: 'created', link: { status: 'failed' } }]);
    const second = await stack.importWorkbook('demo', 'menu.xlsx', bytes);
    expect(second.rows).toMatchObject([{ status: 'unchanged', link: { status: 'linked' } }]);
    expect(stack.sandbox.state().entries).toHaveLength(1);
  });

  test('links the good options of a group although one of them failed', async () => {
    const stack = await startSandboxedStack();
    stack.sandbox.inject({
      kind: 'status',
      status: 400,
      code: 'request_invalid',
      match: ({ body }) => JSON.stringify(body).includes('Mild'),
    });
    const options = [
      ['Title', 'Price', 'Modifier group'],
      ['Mild', 0, 2101],
      ['Hot', 0, 2101],
    ];
    const report = await stack.importWorkbook('demo', 'menu.xlsx', await menuWorkbook({ Options: options }));
    expect(report.rows).toMatchObject([
      { status: 'failed', link: { status: 'not_attempted' }, issues: [{ code: 'klikit_refused' }, { code: 'group_link_waits' }] },
      { status: 'created', link: { status: 'linked' } },
    ]);
    expect(stack.sandbox.state().groups[0]?.options).toMatchObject([{ sequence: 2 }]);
  });
});
