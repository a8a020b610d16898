import type { ApplyResult } from '../apply/outcomes-in-log.ts';
import { entityOfFailedRow } from '../menu/entity-of-failed-row.ts';
import { indexIdentities } from '../menu/identity-index.ts';
import type { KnownEntity } from '../menu/known-entity.ts';
import type { ParsedMenu } from '../menu/menu.ts';
import type { ImportPlan } from '../menu/plan.ts';
import type { RecognizedEntry } from '../menu/plan-import.ts';
import { rowId } from '../menu/row-id.ts';
import { reportRow } from './report-row.ts';
import type { ReportRow } from './report-schema.ts';

/** Every row of the menu, in file order, with what was known of it, planned for it and answered to it. `known`: what earlier imports made. */
export function reportRows(
  menu: ParsedMenu,
  recognized: readonly RecognizedEntry[],
  plan: ImportPlan,
  applied: ApplyResult,
  known: ReadonlyMap<string, KnownEntity>,
): ReportRow[] {
  const recognitions = new Map(recognized.map(({ entry, recognition }) => [rowId(entry), recognition]));
  const blocked = new Map(plan.blocked.map((row) => [row.id, row]));
  const groupIds = new Map(plan.links.flatMap(({ group, options }) => options.map(({ id }) => [id, group] as const)));
  const index = indexIdentities([...known.values()]);
  return menu.rows.map((parsed) => {
    const earlier = parsed.outcome === 'failed' ? entityOfFailedRow(parsed, index) : undefined;
    return reportRow(
      parsed,
      (entry) => {
        const row = rowId(entry);
        const group = groupIds.get(row);
        return {
          recognition: recognitions.get(row) ?? { state: 'new' },
          ...defined({ blocked: blocked.get(row), create: applied.creates.get(row), link: applied.links.get(row) }),
          ...(group !== undefined && 'id' in group ? { groupId: group.id } : {}),
        };
      },
      earlier,
    );
  });
}

/** Leaves out what is undefined, because an absent field and an undefined one are different types. */
function defined<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
