import { cleanMessage } from './clean-message.ts';
import type { CredentialSource } from './credential-source.ts';
import type { Credentials } from './credentials.ts';
import { judgeAnswer, type Verdict } from './judge-answer.ts';
import type { PauseGate } from './pause-gate.ts';
import { backoffMs, mostAttempts, retryAfterMs } from './retry-delay.ts';
import type { Answer, PreparedRequest } from './send-request.ts';
import type { Doubt, NotAttemptedCause, WriteOutcome } from './write-outcome.ts';

/** A server that says "retry after 0" is not asked in a circle. */
const shortestPauseMs = 100;

/** Leave to send, for a while; whoever takes the import over waits until it has run out. */
export interface SendPermit {
  isValid: () => boolean;
  /** Rejects where somebody else has taken the import over. */
  renew: () => Promise<void>;
}

export interface WritePorts {
  send: (request: PreparedRequest, authorization: string) => Promise<Answer>;
  credentials: CredentialSource;
  gate: PauseGate;
  now: () => Date;
  random: () => number;
  /** Who may send right now, see `ImportWriter`. */
  permit: SendPermit;
  /** Whether a write in doubt is sent again, which is safe where klikit honours its key. */
  resends: boolean;
}

/**
 * Sends one write until its outcome is known, or cannot be known. Doubt is sticky: after one attempt whose effect is unsure,
 * only a success ends it. What surely did nothing (429, 401, a refused connection) is waited out and uses up no attempt.
 * `doubtBefore`: an earlier slice may have sent these very bytes.
 */
export async function sendWrite<T>(
  request: PreparedRequest,
  read: (json: unknown) => T | undefined,
  ports: WritePorts,
  doubtBefore?: Doubt,
): Promise<WriteOutcome<T>> {
  const { gate, credentials } = ports;
  const requestIds: string[] = [];
  let attempts = 0;
  let unsure = 0;
  let waits = 0;
  let renewed = false;
  let doubt = doubtBefore;
  let message = '';

  const unknown = (reason: Doubt): WriteOutcome<T> => ({ outcome: 'unknown', reason, message, requestIds, attempts });
  for (;;) {
    await gate.wait();
    if (gate.stopped !== undefined) {
      return doubt === undefined ? { outcome: 'not_attempted', cause: gate.stopped, message, requestIds, attempts } : unknown(doubt);
    }
    if (gate.resumeAtMs !== undefined) return { outcome: 'suspended', requestIds, attempts, ...(doubt === undefined ? {} : { doubt }) };
    // Looked at last, and sent in the same breath: only a process that freezes right here sends too late.
    if (!ports.permit.isValid()) {
      await ports.permit.renew();
      continue;
    }
    const used = credentials.current;
    const answer = await ports.send(request, used.authorization());
    attempts += 1;
    const requestId = answer.kind === 'answer' ? cleanMessage(answer.requestId ?? '', used) : '';
    if (requestId !== '') requestIds.push(requestId);
    message = messageOf(answer, used);

    const verdict = judgeAnswer(answer, (json) => read(json) !== undefined);
    switch (verdict) {
      case 'accepted': {
        gate.progress();
        const value = answer.kind === 'answer' ? read(answer.json) : undefined;
        if (value === undefined) throw new Error('an accepted answer has a value');
        return { outcome: 'done', value, requestIds, attempts };
      }
      case 'refused':
        gate.progress();
        return doubt === undefined ? { outcome: 'refused', ...refusal(answer, used), message, requestIds, attempts } : unknown(doubt);
      case 'key_conflict':
        gate.progress();
        return unknown('idempotency_conflict');
      case 'forbidden':
        gate.stop('klikit_access_forbidden');
        break;
      case 'unauthorized':
        // A new secret is tried at once, but only the first; the same one after a pause, in which it may be put in.
        waits += 1;
        if (!(await credentials.renew(used)) || renewed) {
          gate.pause(Math.max(1_000, pauseMs(answer, waits, ports)), 'klikit_credentials_rejected');
        }
        renewed = true;
        break;
      case 'rate_limited':
      case 'unreachable':
        waits += 1;
        gate.pause(pauseMs(answer, waits, ports), causes[verdict]);
        break;
      case 'no_answer':
      case 'server_error':
      case 'unusable_answer':
        doubt = verdict;
        unsure += 1;
        if (unsure === mostAttempts || !ports.resends) {
          gate.lost();
          return unknown(doubt);
        }
        await waitAfterDoubt(answer, unsure, ports);
        break;
    }
  }
}

/** A server that names the time is waited for by everyone, within the limit on pauses; else this write backs off alone. */
async function waitAfterDoubt(answer: Answer, unsure: number, { gate, now, random }: WritePorts): Promise<void> {
  const asked = retryAfterOf(answer, now());
  if (asked === undefined) await gate.rest(backoffMs(unsure, random));
  else gate.pause(Math.max(shortestPauseMs, asked), 'klikit_unreachable');
}

const causes: Record<Extract<Verdict, 'rate_limited' | 'unreachable'>, NotAttemptedCause> = {
  rate_limited: 'klikit_rate_limited',
  unreachable: 'klikit_unreachable',
};

function pauseMs(answer: Answer, waits: number, { now, random }: WritePorts): number {
  return Math.max(shortestPauseMs, retryAfterOf(answer, now()) ?? backoffMs(waits + 1, random));
}

function retryAfterOf(answer: Answer, now: Date): number | undefined {
  return answer.kind === 'answer' ? retryAfterMs(answer.retryAfter, now) : undefined;
}

function messageOf(answer: Answer, credentials: Credentials): string {
  return answer.kind === 'answer' ? cleanMessage(answer.message, credentials) : '';
}

function refusal(answer: Answer, credentials: Credentials): { httpStatus: number; code: string } {
  const { status, errorCode } = answer.kind === 'answer' ? answer : { status: 0, errorCode: undefined };
  return { httpStatus: status, code: errorCode === undefined ? `http_${status}` : cleanMessage(errorCode, credentials) };
}
