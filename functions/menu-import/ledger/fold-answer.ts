import type { KnownEntity } from '../menu/known-entity.ts';
import { entityAsDecided } from './entity-as-decided.ts';
import type { Answered } from './fact.ts';
import type { ImportState, LedgerState } from './ledger-state.ts';

/** What a write did to klikit's menu, written into the log at `atMs`. The first answer stands: a segment may be written twice, where its own answer was lost. */
export function foldAnswer({ entities }: LedgerState, run: ImportState, answer: Answered, atMs: number): void {
  const write = run.writes.get(answer.write);
  if (write === undefined) throw new Error(`the ledger has an answer to a write that it never named: ${answer.write}`);
  if (write.answer !== undefined) return;
  run.writes.set(answer.write, { ...write, answer, answeredAtMs: atMs });
  run.pausedMs = 0;
  if (answer.outcome === 'refused') return;
  const { intent } = write;
  if (intent.fact === 'create_intended') {
    const requestIds = [...(run.suspended.get(answer.write) ?? []), ...answer.requestIds];
    const known = answer.klikitId === undefined ? { requestIds } : { klikitId: answer.klikitId };
    entities.set(intent.entity, { ...entityAsDecided(intent), source: { key: run.request.key, row: intent.row }, ...known });
    return;
  }
  for (const { entity, sequence } of intent.options) {
    const option = entities.get(entity);
    if (option === undefined) throw new Error(`the ledger links an entity that it never made: ${entity}`);
    entities.set(entity, withLink(option, { groupId: intent.groupId, sequence, certain: answer.outcome === 'done' }));
  }
}

/** The link takes the place of what was known of the same group before. */
export function withLink(entity: KnownEntity, link: KnownEntity['links'][number]): KnownEntity {
  return { ...entity, links: [...entity.links.filter(({ groupId }) => groupId !== link.groupId), link] };
}
