import type { Doubt, NotAttemptedCause, WriteOutcome } from '../klikit/write-outcome.ts';
import type { Answered } from '../ledger/fact.ts';
import type { ImportState, Write } from '../ledger/ledger-state.ts';
import type { ImportPlan } from '../menu/plan.ts';
import { createName } from './decide-write.ts';

type Ended<T> = Exclude<WriteOutcome<T>, { outcome: 'suspended' }>;

export type CreateOutcome = Ended<{ id: number }>;

/** What became of the link of one option. */
export type LinkOutcome = Ended<true> | { outcome: 'waits_for_option'; requestIds: string[] };

export interface ApplyResult {
  /** By the id of the row. */
  creates: Map<string, CreateOutcome>;
  /** By the id of the option's row. */
  links: Map<string, LinkOutcome>;
}

/** What the ledger says of everything that was planned. What it says nothing of was not attempted, because the import ended first. */
export function outcomesInLog(plan: ImportPlan, run: ImportState): ApplyResult {
  const cause = run.closed?.stoppedBecause ?? 'import_stopped';
  const creates = new Map(plan.creates.map(({ id }) => [id, createOutcome(run, createName(id), cause)]));
  const links = plan.links.flatMap(({ id: write, options }) =>
    options.map(({ id, existing }): [string, LinkOutcome] => {
      const sent = run.writes.get(write);
      const isSent = sent?.intent.fact === 'link_intended' && sent.intent.options.some(({ row }) => row === id);
      if (sent !== undefined && isSent) return [id, ended(sent, run, () => true)];
      const isThere = existing !== undefined || creates.get(id)?.outcome === 'done';
      return [id, isThere ? notAttempted(run, write, cause) : { outcome: 'waits_for_option', requestIds: [] }];
    }),
  );
  return { creates, links: new Map(links) };
}

function createOutcome(run: ImportState, name: string, cause: NotAttemptedCause): CreateOutcome {
  const write = run.writes.get(name);
  if (write === undefined) return notAttempted(run, name, cause);
  return ended(write, run, ({ klikitId }) => {
    if (klikitId === undefined) throw new Error(`the ledger has a create without an id: ${name}`);
    return { id: klikitId };
  });
}

function notAttempted(run: ImportState, name: string, cause: NotAttemptedCause): Extract<Ended<never>, { outcome: 'not_attempted' }> {
  return { outcome: 'not_attempted', cause, message: '', requestIds: run.suspended.get(name) ?? [], attempts: 0 };
}

/** A write that has no answer when its import is over is one that nobody can answer for. */
function ended<T>({ intent, answer }: Write, run: ImportState, value: (answer: Answered) => T): Ended<T> {
  const requestIds = [...(run.suspended.get(intent.write) ?? []), ...(answer?.requestIds ?? [])];
  const { attempts = 0, message = '', httpStatus = 0, code = '' } = answer ?? {};
  if (answer?.outcome === 'done') return { outcome: 'done', value: value(answer), requestIds, attempts };
  if (answer?.outcome === 'refused') return { outcome: 'refused', httpStatus, code, message, requestIds, attempts };
  return { outcome: 'unknown', reason: doubt(code), message, requestIds, attempts };
}

function doubt(code: string): Doubt {
  return code === 'idempotency_conflict' || code === 'server_error' || code === 'unusable_answer' ? code : 'no_answer';
}
