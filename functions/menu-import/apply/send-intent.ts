import type { KlikitClient } from '../klikit/client.ts';
import type { Doubt, WriteOutcome } from '../klikit/write-outcome.ts';
import type { Intent } from '../ledger/fact.ts';

/** Sends a write as the ledger names it. `doubtBefore`: it may have been sent before. */
export function sendIntent(
  { fact, idempotencyKey, body }: Intent,
  klikit: Pick<KlikitClient, 'createItem' | 'linkModifiers'>,
  doubtBefore?: Doubt,
): Promise<WriteOutcome<{ id: number } | true>> {
  const decided = { idempotencyKey, body, ...(doubtBefore === undefined ? {} : { doubtBefore }) };
  return fact === 'create_intended' ? klikit.createItem(decided) : klikit.linkModifiers(decided);
}
