import type { KlikitClient, MenuTreeRead } from '../klikit/client.ts';
import type { WriteOutcome } from '../klikit/write-outcome.ts';
import type { Fact } from '../ledger/fact.ts';
import type { Write } from '../ledger/ledger-state.ts';
import type { KnownEntity } from '../menu/known-entity.ts';
import { identityText } from '../menu/values/identity.ts';
import { sendIntent } from './send-intent.ts';
import { toAnswered } from './to-answered.ts';

/** klikit remembers a key for 24 hours; an hour is left for clocks, and for the calls themselves. Contract: Idempotency-Key. */
const keyGoodForMs = 23 * 60 * 60 * 1_000;

interface SettlePorts {
  klikit: Pick<KlikitClient, 'createItem' | 'linkModifiers'>;
  /** klikit's menu, read at most once. */
  readMenuTree: () => Promise<MenuTreeRead>;
  entities: ReadonlyMap<string, KnownEntity>;
  record: (fact: Fact) => void;
  now: () => Date;
  resends: boolean;
}

/**
 * Finds out what became of writes that another slice named and left without an answer: they may have been sent. The same key
 * and the same bytes again, while klikit remembers the key; else klikit's menu; else nobody can know.
 */
export async function settleWrites(open: readonly Write[], ports: SettlePorts): Promise<void> {
  await Promise.all(
    open.map(async (write) => {
      const again = ports.resends && ports.now().getTime() < write.decidedAtMs + keyGoodForMs;
      const outcome = again ? await sendIntent(write.intent, ports.klikit, 'no_answer') : await findInMenu(write, open, ports);
      ports.record(toAnswered(write.intent.write, outcome));
    }),
  );
}

type Settled = WriteOutcome<{ id: number } | true>;

/** Only one node that bears our SKU, and that the ledger does not know, is an answer. That there is none proves nothing. */
async function findInMenu({ intent }: Write, open: readonly Write[], { readMenuTree, entities }: SettlePorts): Promise<Settled> {
  const unknown: Settled = { outcome: 'unknown', reason: 'no_answer', message: '', requestIds: [], attempts: 0 };
  const sku = skuOf(intent);
  if (sku === undefined || open.filter((other) => skuOf(other.intent) === sku).length > 1) return unknown;
  const tree = await readMenuTree();
  if (!tree.ok) return tree.suspended ? { outcome: 'suspended', doubt: 'no_answer', requestIds: [], attempts: 0 } : unknown;
  const bearers = tree.entries.filter((entry) => identityText(entry.sku) === sku);
  const [only] = bearers;
  if (only === undefined || bearers.length > 1) return unknown;
  const taken = [...entities.values()].some(({ klikitId }) => klikitId === only.id);
  return taken ? unknown : { outcome: 'done', value: { id: only.id }, requestIds: [], attempts: 0 };
}

function skuOf(intent: Write['intent']): string | undefined {
  const sku = intent.fact === 'create_intended' ? intent.content.sku : undefined;
  return sku === undefined ? undefined : identityText(sku);
}
