import { buildItemBody } from '../klikit/build-item-body.ts';
import { buildLinkBody } from '../klikit/build-link-body.ts';
import type { WireNames } from '../klikit/wire-names.ts';
import type { CreateIntent, LinkIntent } from '../ledger/fact.ts';
import type { ImportPlan, PlannedCreate, PlannedLink } from '../menu/plan.ts';
import { identityText } from '../menu/values/identity.ts';

/** By its id and by the title that the row uses, so that a later row is known by either. */
export type NamedGroup = NonNullable<CreateIntent['group']>;

/** An option that exists, and can be put into its group. */
export interface ReadyOption {
  /** The id of its row. */
  row: string;
  entity: string;
  klikitId: number;
  sequence: number;
}

export function createName(row: string): string {
  return `create:${row}`;
}

/** Decides a create for good: its key, its bytes, and what the entity will be known by. */
export function decideCreate(
  { id: row, kind, entry }: PlannedCreate,
  group: NamedGroup | undefined,
  wireNames: WireNames,
  newId: () => string,
): CreateIntent {
  return {
    fact: 'create_intended',
    write: createName(row),
    idempotencyKey: newId(),
    body: JSON.stringify(buildItemBody(entry, wireNames)),
    row,
    entity: newId(),
    kind,
    title: identityText(entry.title),
    content: entry.content,
    ...(group === undefined ? {} : { group }),
  };
}

/** Decides the one call that puts options into their group. Throws where the group was never looked up. */
export function decideLink({ id: write, group }: PlannedLink, options: readonly ReadyOption[], newId: () => string): LinkIntent {
  if (!('id' in group)) throw new Error(`the group of ${write} was never looked up`);
  const attach = options.map(({ klikitId, sequence }) => ({ id: klikitId, sequence }));
  return {
    fact: 'link_intended',
    write,
    idempotencyKey: newId(),
    body: JSON.stringify(buildLinkBody(group.id, attach)),
    groupId: group.id,
    options: options.map(({ row, entity, sequence }) => ({ row, entity, sequence })),
  };
}

/** The group that each option's row names, by the id of the row. */
export function groupsByRow(plan: ImportPlan): Map<string, NamedGroup> {
  return new Map(
    plan.links.flatMap(({ group, groupTitle, options }) => {
      const named = { ...('id' in group ? { id: group.id } : {}), ...(groupTitle === undefined ? {} : { title: groupTitle }) };
      return options.map(({ id }) => [id, named] as const);
    }),
  );
}
