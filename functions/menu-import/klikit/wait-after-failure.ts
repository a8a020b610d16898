import type { PauseGate } from './pause-gate.ts';
import type { RetryBudget } from './retry-budget.ts';
import { backoffMs, retryAfterMs } from './retry-delay.ts';
import type { Answer, PreparedRequest } from './send-request.ts';
import type { NotAttemptedCause } from './write-outcome.ts';

/** A call that failed. */
interface FailedCall {
  answer: Answer;
  request: PreparedRequest;
  /** When it went out, in milliseconds. */
  startedMs: number;
}

export interface WaitPorts {
  gate: PauseGate;
  budget: RetryBudget;
  now: () => Date;
  random: () => number;
}

/** A server that says "retry after 0" is not asked in a circle. */
const shortestPauseMs = 100;

/** Everybody waits as long as the answer asks for, or backs off as after so many attempts. */
export function pauseEverybody(
  cause: NotAttemptedCause,
  answer: Answer,
  attempt: number,
  ports: WaitPorts,
  leastMs = shortestPauseMs,
): void {
  ports.gate.pause(Math.max(leastMs, askedMs(answer, ports) ?? backoffMs(attempt, ports.random)), cause);
}

/** Nobody could connect. */
export function pauseWhileUnreachable({ answer, request, startedMs }: FailedCall, waits: number, ports: WaitPorts): void {
  const before = ports.budget.failed(request, startedMs, ports.now().getTime());
  const attempt = before.kind === 'everybody' ? before.attempt : 0;
  pauseEverybody('klikit_unreachable', answer, Math.max(waits + 1, attempt), ports);
}

/** After an answer that leaves doubt: a server that names the time is waited for by everybody; else the write backs off, alone while others get answers. */
export async function waitAfterDoubt({ answer, request, startedMs }: FailedCall, unsure: number, ports: WaitPorts): Promise<void> {
  const before = ports.budget.failed(request, startedMs, ports.now().getTime());
  if (askedMs(answer, ports) !== undefined) pauseEverybody('klikit_unreachable', answer, unsure, ports);
  else if (before.kind === 'alone') await ports.gate.rest(backoffMs(unsure, ports.random));
  else if (before.kind === 'everybody') pauseEverybody('klikit_unreachable', answer, Math.max(unsure, before.attempt), ports);
}

function askedMs(answer: Answer, { now }: WaitPorts): number | undefined {
  return answer.kind === 'answer' ? retryAfterMs(answer.retryAfter, now()) : undefined;
}
