import { buildItemBody, type ItemBody } from '../klikit/build-item-body.ts';
import { buildLinkBody, type LinkBody } from '../klikit/build-link-body.ts';
import type { WireNames } from '../klikit/wire-names.ts';
import type { WriteOutcome } from '../klikit/write-outcome.ts';
import type { Fact } from '../ledger/fact.ts';
import type { ImportPlan, PlannedCreate, PlannedLink, PlannedLinkOption } from '../menu/plan.ts';
import { identityText } from '../menu/values/identity.ts';

export type CreateOutcome = WriteOutcome<{ id: number }>;

/** What became of the link of one option. */
export type LinkOutcome = WriteOutcome<true> | { outcome: 'waits_for_option'; requestIds: string[] };

export interface ApplyResult {
  /** By the id of the row. */
  creates: Map<string, CreateOutcome>;
  /** By the id of the option's row. */
  links: Map<string, LinkOutcome>;
}

export interface ApplyPorts {
  wireNames: WireNames;
  klikit: {
    createItem(operation: string, body: ItemBody): Promise<CreateOutcome>;
    linkModifiers(operation: string, body: LinkBody): Promise<WriteOutcome<true>>;
  };
  /** Remembers what was seen, as soon as it was seen. */
  record: (fact: Fact) => void;
  /** Names an entity in the ledger, by the id of its row. */
  entityOf: (rowId: string) => string;
  /** A row has its answer. */
  onRowDone: () => void;
}

/**
 * Sends the plan: all creates, and one call per group as soon as its own options have their answers. An option that was
 * not created is left out of its group's call and does not stop the others. Never rejects because of an answer.
 */
export async function applyPlan(plan: ImportPlan, ports: ApplyPorts): Promise<ApplyResult> {
  const groups = groupsByRow(plan);
  const creates = new Map(plan.creates.map((planned) => [planned.id, sendCreate(planned, groups.get(planned.id), ports)]));
  const links = plan.links.map((planned) => sendLink(planned, creates, ports));

  const created = await Promise.all([...creates].map(async ([id, outcome]) => [id, await outcome] as const));
  const linked = await Promise.all(links);
  return { creates: new Map(created), links: new Map(linked.flat()) };
}

async function sendCreate({ id, kind, entry }: PlannedCreate, group: NamedGroup | undefined, ports: ApplyPorts): Promise<CreateOutcome> {
  const outcome = await ports.klikit.createItem(id, buildItemBody(entry, ports.wireNames));
  const sent = {
    entity: ports.entityOf(id),
    kind,
    title: identityText(entry.title),
    content: entry.content,
    ...(group === undefined ? {} : { group }),
  };
  if (outcome.outcome === 'done') ports.record({ fact: 'created', ...sent, klikitId: outcome.value.id });
  if (outcome.outcome === 'unknown') ports.record({ fact: 'create_in_doubt', ...sent });
  ports.onRowDone();
  return outcome;
}

/** By its id and by the title that the row uses, so that a later row is known by either. */
type NamedGroup = NonNullable<Extract<Fact, { fact: 'created' }>['group']>;

function groupsByRow(plan: ImportPlan): Map<string, NamedGroup> {
  return new Map(
    plan.links.flatMap(({ group, groupTitle, options }) => {
      const named = { ...('id' in group ? { id: group.id } : {}), ...(groupTitle === undefined ? {} : { title: groupTitle }) };
      return options.map(({ id }) => [id, named] as const);
    }),
  );
}

async function sendLink(
  planned: PlannedLink,
  creates: ReadonlyMap<string, Promise<CreateOutcome>>,
  ports: ApplyPorts,
): Promise<[string, LinkOutcome][]> {
  if (!('id' in planned.group)) throw new Error(`the group of ${planned.id} was never looked up`);
  const groupId = planned.group.id;
  const options = await Promise.all(planned.options.map(async (option) => ({ option, klikitId: await idOf(option, creates) })));
  const missing = options.filter(({ klikitId }) => klikitId === undefined);
  const ready = options.flatMap(({ option, klikitId }) => (klikitId === undefined ? [] : [{ option, klikitId }]));

  const waiting: LinkOutcome = { outcome: 'waits_for_option', requestIds: [] };
  const outcomes: [string, LinkOutcome][] = missing.map(({ option }) => [option.id, waiting]);
  if (ready.length === 0) return outcomes;

  const attach = ready.map(({ option, klikitId }) => ({ id: klikitId, sequence: option.sequence }));
  const outcome = await ports.klikit.linkModifiers(planned.id, buildLinkBody(groupId, attach));
  for (const { option } of ready) {
    outcomes.push([option.id, outcome]);
    if (outcome.outcome === 'done' || outcome.outcome === 'unknown') {
      const certain = outcome.outcome === 'done';
      ports.record({ fact: 'linked', entity: ports.entityOf(option.id), groupId, sequence: option.sequence, certain });
    }
  }
  return outcomes;
}

async function idOf(option: PlannedLinkOption, creates: ReadonlyMap<string, Promise<CreateOutcome>>): Promise<number | undefined> {
  if (option.klikitId !== undefined) return option.klikitId;
  const outcome = await creates.get(option.id);
  return outcome?.outcome === 'done' ? outcome.value.id : undefined;
}
