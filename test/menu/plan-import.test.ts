import { describe, expect, test } from 'vitest';
import { groupTitlesToLookUp, planImport, type RecognizedEntry } from '../../functions/menu-import/menu/plan-import.ts';
import { knownFrom } from '../support/known-entity.ts';
import { menuEntry } from '../support/menu-entry.ts';

const asNew = (...entries: RecognizedEntry['entry'][]): RecognizedEntry[] =>
  entries.map((entry) => ({ entry, recognition: { state: 'new' } }));

describe('the plan', () => {
  test('creates every new row, then links each group once with its options in sequence', () => {
    const rows = asNew(
      menuEntry({ row: 2 }),
      menuEntry({ row: 3, title: 'Large', group: { id: 3 }, sequence: 2 }),
      menuEntry({ row: 4, title: 'Small', group: { id: 3 }, sequence: 1 }),
      menuEntry({ row: 5, title: 'Hot', group: { id: 4 } }),
    );
    const plan = planImport(rows, new Map());
    expect(plan.creates.map(({ id }) => id)).toEqual(['Items!2', 'Modifier options!3', 'Modifier options!4', 'Modifier options!5']);
    expect(plan.links).toMatchObject([
      {
        group: { id: 3 },
        waitsFor: ['Modifier options!3', 'Modifier options!4'],
        options: [
          { title: 'Small', sequence: 1 },
          { title: 'Large', sequence: 2 },
        ],
      },
      { group: { id: 4 }, waitsFor: ['Modifier options!5'] },
    ]);
    expect(plan.blocked).toEqual([]);
  });

  test('makes one call for a group that is named by its number here and by its title there', () => {
    const rows = asNew(
      menuEntry({ row: 3, title: 'Large', group: { title: 'Size' } }),
      menuEntry({ row: 4, title: 'Small', group: { id: 3 } }),
    );
    const plan = planImport(rows, new Map([['Size', { groupId: 3 }]]));
    expect(plan.links).toMatchObject([{ group: { id: 3 }, options: [{ title: 'Large' }, { title: 'Small' }] }]);
  });

  test('sends nothing for a row whose group does not exist', () => {
    const rows = asNew(menuEntry({ row: 3, group: { title: 'Sise' } }), menuEntry({ row: 4 }));
    const finding = { code: 'group_not_found', params: { groups: '"Size"' } } as const;
    const plan = planImport(rows, new Map([['Sise', { status: 'failed', finding }]]));
    expect(plan.blocked).toEqual([{ id: 'Modifier options!3', status: 'failed', finding }]);
    expect(plan.creates.map(({ id }) => id)).toEqual(['Items!4']);
    expect(plan.links).toEqual([]);
  });

  test('keeps titles as titles where klikit cannot be asked', () => {
    const plan = planImport(asNew(menuEntry({ group: { title: 'Size' } })));
    expect(plan.links).toMatchObject([{ id: 'link:Size', group: { title: 'Size' } }]);
  });

  test('sends nothing for a row that is there, linked and unchanged, and does not ask for its group', () => {
    const entry = menuEntry({ group: { title: 'Size' } });
    const entity = { ...knownFrom(entry, 7), links: [{ groupId: 3, sequence: 1, certain: true }] };
    const rows: RecognizedEntry[] = [{ entry, recognition: { state: 'unchanged', entity, klikitId: 7 } }];
    expect(groupTitlesToLookUp(rows)).toEqual([]);
    expect(planImport(rows, new Map())).toEqual({ creates: [], links: [], blocked: [] });
  });

  test('sends only the missing link of an option that is there', () => {
    const entry = menuEntry({ row: 3, group: { title: 'Size' } });
    const entity = { ...knownFrom(entry, 7), group: { id: 3, title: 'Size' } };
    const plan = planImport([{ entry, recognition: { state: 'unchanged', entity, klikitId: 7 } }], new Map());
    expect(plan.creates).toEqual([]);
    expect(plan.links).toMatchObject([
      { group: { id: 3 }, waitsFor: [], options: [{ id: 'Modifier options!3', existing: { entity: entity.entity, klikitId: 7 } }] },
    ]);
  });

  test('asks for each group title once', () => {
    const rows = asNew(
      menuEntry({ row: 2, group: { title: 'Size' } }),
      menuEntry({ row: 3, group: { title: 'Size' } }),
      menuEntry({ row: 4 }),
    );
    expect(groupTitlesToLookUp(rows)).toEqual(['Size']);
  });
});
