import type { KlikitClient } from '../klikit/client.ts';
import type { WireNames } from '../klikit/wire-names.ts';
import type { Fact, Intent } from '../ledger/fact.ts';
import type { ImportState } from '../ledger/ledger-state.ts';
import type { ImportPlan, PlannedLink } from '../menu/plan.ts';
import { createName, decideCreate, decideLink, groupsByRow, type ReadyOption } from './decide-write.ts';
import { sendIntent } from './send-intent.ts';
import { toAnswered } from './to-answered.ts';

export interface ApplyPorts {
  wireNames: WireNames;
  klikit: Pick<KlikitClient, 'createItem' | 'linkModifiers'>;
  /** The import as the ledger has it, this slice's own writes included. */
  run: () => ImportState;
  /** Names writes in the ledger. Only when it resolves may they be sent. */
  append: (intents: readonly Intent[]) => Promise<void>;
  /** Remembers soon how a write ended. */
  record: (fact: Fact) => void;
  /** Nothing new is begun any more: the slice or the import ends. */
  isOver: () => boolean;
  newId: () => string;
  chunkSize: number;
  /** No more writes are named while so many are open. */
  mostOpen: number;
  maxConcurrency: number;
  /** A row has its answer. */
  onRowDone: () => void;
}

/**
 * Sends what is left of the plan: creates in the order of the sheet, and one call per group as soon as its own options have
 * their answers. Writes are named in the ledger ahead, chunk by chunk, while earlier ones still fly. Never rejects because of
 * an answer; rejects where the ledger cannot be written, when nothing is in flight any more. Resolves with whether nothing is left.
 */
export function applyPlan(plan: ImportPlan, ports: ApplyPorts): Promise<boolean> {
  const groups = groupsByRow(plan);
  const { writes } = ports.run();
  const created = new Map(plan.creates.map(({ id }) => [id, answerOf(ports.run(), id)]));
  const links = plan.links.filter(({ id }) => !writes.has(id));
  const waiting: Intent[] = plan.creates
    .filter(({ id }) => !writes.has(createName(id)))
    .map((planned) => decideCreate(planned, groups.get(planned.id), ports.wireNames, ports.newId));
  let open = 0;
  let isAppending = false;
  let isLeft = false;
  let failure: { error: unknown } | undefined;
  const finished = Promise.withResolvers<boolean>();

  const advance = (): void => {
    if (failure !== undefined || ports.isOver()) isLeft = waiting.splice(0).length > 0 || isLeft;
    if (isAppending) return;
    if (waiting.length === 0 && open === 0) {
      if (failure === undefined) finished.resolve(!isLeft && links.length === 0);
      else finished.reject(failure.error);
      return;
    }
    if (isTimeToBegin(waiting.length, open, ports)) void begin(waiting.splice(0, ports.chunkSize));
  };

  const begin = async (chunk: readonly Intent[]): Promise<void> => {
    isAppending = true;
    try {
      await ports.append(chunk);
      open += chunk.length;
      for (const intent of chunk) void send(intent);
    } catch (error) {
      failure ??= { error };
    }
    isAppending = false;
    advance();
  };

  const send = async (intent: Intent): Promise<void> => {
    try {
      const outcome = await sendIntent(intent, ports.klikit);
      ports.record(toAnswered(intent.write, outcome));
      if (!isFinal(outcome)) isLeft = true;
      if (intent.fact === 'create_intended') {
        created.set(intent.row, isFinal(outcome) ? { entity: intent.entity, klikitId: idOf(outcome) } : undefined);
        if (isFinal(outcome)) ports.onRowDone();
        decideReadyLinks();
      }
    } catch (error) {
      failure ??= { error };
    }
    open -= 1;
    advance();
  };

  /** A link whose options have all been answered is decided, with those that exist. */
  const decideReadyLinks = (): void => {
    for (const link of links.splice(0)) {
      if (link.waitsFor.some((row) => created.get(row) === undefined)) links.push(link);
      else {
        const ready = readyOptions(link, created);
        if (ready.length > 0) waiting.push(decideLink(link, ready, ports.newId));
      }
    }
  };

  decideReadyLinks();
  advance();
  return finished.promise;
}

/**
 * The next chunk is named before the last one runs out, so that the ledger never holds the calls up. Few writes wait for company
 * while so many are open that they fly for a while yet: links become ready one by one, and each object of the ledger costs a call.
 */
function isTimeToBegin(waiting: number, open: number, { chunkSize, mostOpen, maxConcurrency }: ApplyPorts): boolean {
  if (waiting === 0 || open >= mostOpen) return false;
  return waiting >= chunkSize / 2 || open < 2 * maxConcurrency;
}

/** An option that has its answer; without an id it was not made, or may not have been. */
interface CreatedOption {
  entity: string;
  klikitId: number | undefined;
}

function answerOf({ writes }: ImportState, row: string): CreatedOption | undefined {
  const write = writes.get(createName(row));
  if (write?.intent.fact !== 'create_intended' || write.answer === undefined) return undefined;
  return { entity: write.intent.entity, klikitId: write.answer.klikitId };
}

function readyOptions({ options }: PlannedLink, created: ReadonlyMap<string, CreatedOption | undefined>): ReadyOption[] {
  return options.flatMap(({ id: row, sequence, existing }) => {
    const { entity, klikitId } = existing ?? created.get(row) ?? {};
    return entity === undefined || klikitId === undefined ? [] : [{ row, entity, klikitId, sequence }];
  });
}

type SentOutcome = Awaited<ReturnType<typeof sendIntent>>;

function isFinal({ outcome }: SentOutcome): boolean {
  return outcome !== 'suspended' && outcome !== 'not_attempted';
}

function idOf(outcome: SentOutcome): number | undefined {
  return outcome.outcome === 'done' && outcome.value !== true ? outcome.value.id : undefined;
}
