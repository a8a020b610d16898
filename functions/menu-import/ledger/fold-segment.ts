import { foldAnswer } from './fold-answer.ts';
import { foldEntityFact } from './fold-entity-fact.ts';
import type { ImportState, LedgerState } from './ledger-state.ts';
import { newerSource, sourceVersionOf } from './newer-source.ts';
import type { Segment } from './segment.ts';

/** Adds what one object of the log says to what the ones before it said. */
export function foldSegment(state: LedgerState, segment: Segment): void {
  for (const fact of segment.facts) {
    if (fact.fact === 'queued') {
      if (!state.imports.has(segment.importId)) state.imports.set(segment.importId, queuedImport(segment.importId, fact.request));
      continue;
    }
    const run = state.imports.get(segment.importId);
    if (run === undefined || !foldImportFact(state, run, fact, segment)) foldEntityFact(state.entities, fact);
  }
  const run = state.imports.get(segment.importId);
  if (run === undefined) return;
  run.sent = { calls: run.sent.calls + segment.sent.calls, retries: run.sent.retries + segment.sent.retries };
  if (run.turn?.writer === segment.writer && run.turn.resumeAtMs === undefined) {
    run.turn = { writer: segment.writer, sendUntilMs: Date.parse(segment.sendUntil) };
  }
}

/** An import that waits for its turn. */
export function queuedImport(id: string, request: ImportState['request']): ImportState {
  return {
    id,
    request,
    known: new Map(),
    fruitlessClaims: 0,
    writes: new Map(),
    suspended: new Map(),
    sent: { calls: 0, retries: 0 },
    pausedMs: 0,
  };
}

/** Whether the fact was about the course of the import. */
function foldImportFact(state: LedgerState, run: ImportState, fact: Segment['facts'][number], segment: Segment): boolean {
  const { writer } = segment;
  const sendUntilMs = Date.parse(segment.sendUntil);
  const writtenAtMs = Date.parse(segment.writtenAt);
  if (fact.fact === 'claimed') {
    if (run.startedAt === undefined) run.known = new Map(state.entities);
    run.startedAt ??= segment.writtenAt;
    run.turn = { writer, sendUntilMs };
    run.fruitlessClaims += 1;
    return true;
  }
  // Whoever only claims, or lets go because something of ours failed, has come no further.
  if (fact.fact !== 'released' || fact.pausedMs !== run.pausedMs) run.fruitlessClaims = 0;
  switch (fact.fact) {
    case 'released':
      run.turn = { writer, sendUntilMs, resumeAtMs: Date.parse(fact.resumeAt) };
      run.pausedMs = fact.pausedMs;
      if (fact.pace !== undefined) state.pace = fact.pace;
      return true;
    case 'groups_read':
      run.groups = { ...run.groups, ...fact.groups };
      return true;
    case 'create_intended':
    case 'link_intended':
      run.writes.set(fact.write, { intent: fact, decidedAtMs: writtenAtMs });
      return true;
    case 'suspended':
      run.suspended.set(fact.write, [...(run.suspended.get(fact.write) ?? []), ...fact.requestIds]);
      if (!fact.inDoubt) run.writes.delete(fact.write);
      return true;
    case 'answered':
      foldAnswer(state, run, fact, writtenAtMs);
      return true;
    case 'closed': {
      // Nobody will settle what is open now: it stays in doubt, and is never sent again.
      for (const [write, { answer }] of run.writes) {
        if (answer !== undefined) continue;
        foldAnswer(state, run, { fact: 'answered', write, outcome: 'unknown', requestIds: [], attempts: 0 }, writtenAtMs);
      }
      run.closed = fact;
      if (fact.pace !== undefined) state.pace = fact.pace;
      if (fact.refusal !== undefined) return true;
      const { key } = run.request;
      state.newest.set(key, newerSource(state.newest.get(key), sourceVersionOf(run.request, fact.source.lastModified)));
      return true;
    }
    default:
      return false;
  }
}
