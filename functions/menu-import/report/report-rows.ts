import type { ApplyResult } from '../apply/apply-plan.ts';
import type { ParsedMenu } from '../menu/menu.ts';
import type { ImportPlan } from '../menu/plan.ts';
import type { Recognition } from '../menu/recognize-entries.ts';
import { rowId } from '../menu/row-id.ts';
import { reportRow } from './report-row.ts';
import type { ReportRow } from './report-schema.ts';

/** Every row of the menu, in file order, with what was known of it, planned for it and answered to it. Keys are ids of rows. */
export function reportRows(menu: ParsedMenu, known: ReadonlyMap<string, Recognition>, plan: ImportPlan, applied: ApplyResult): ReportRow[] {
  const blocked = new Map(plan.blocked.map((row) => [row.id, row]));
  const groupIds = new Map(plan.links.flatMap(({ group, options }) => options.map(({ id }) => [id, group] as const)));
  return menu.rows.map((parsed) =>
    reportRow(parsed, (entry) => {
      const row = rowId(entry);
      const group = groupIds.get(row);
      return {
        recognition: known.get(row) ?? { state: 'new' },
        ...defined({ blocked: blocked.get(row), create: applied.creates.get(row), link: applied.links.get(row) }),
        ...(group !== undefined && 'id' in group ? { groupId: group.id } : {}),
      };
    }),
  );
}

/** Leaves out what is undefined, because an absent field and an undefined one are different types. */
function defined<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
