import { callResult } from './call-result.ts';
import { cleanMessage } from './clean-message.ts';
import type { CredentialSource } from './credential-source.ts';
import type { Credentials } from './credentials.ts';
import { judgeAnswer } from './judge-answer.ts';
import type { TakeTurn } from './pacing/take-turns.ts';
import { mostAttempts } from './retry-delay.ts';
import type { Answer, PreparedRequest } from './send-request.ts';
import { pauseEverybody, pauseWhileUnreachable, type WaitPorts, waitAfterDoubt } from './wait-after-failure.ts';
import type { Doubt, WriteOutcome } from './write-outcome.ts';

/** Servers close connections on which nothing comes for so long, and some sooner. */
const longSilenceMs = 1_000;

/** Leave to send, for a while; whoever takes the import over waits until it has run out. */
export interface SendPermit {
  isValid: () => boolean;
  /** Rejects where somebody else has taken the import over. */
  renew: () => Promise<void>;
}

export interface WritePorts extends WaitPorts {
  send: (request: PreparedRequest, authorization: string) => Promise<Answer>;
  credentials: CredentialSource;
  takeTurn: TakeTurn;
  /** Milliseconds since klikit was last heard of. */
  silentMs: () => number;
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
  const { gate, credentials, budget } = ports;
  const requestIds: string[] = [];
  let attempts = 0;
  let unsure = 0;
  let waits = 0;
  let renewed = false;
  let hasMetClosed = false;
  let doubt = doubtBefore;
  let message = '';

  const heard = () => {
    gate.progress();
    budget.answered();
  };
  const unknown = (reason: Doubt): WriteOutcome<T> => ({ outcome: 'unknown', reason, message, requestIds, attempts });
  for (;;) {
    const turn = await ports.takeTurn(attempts > 0);
    if (turn === undefined || gate.isShut) {
      turn?.ended({ kind: 'unsent' });
      if (gate.stopped === undefined) return { outcome: 'suspended', requestIds, attempts, ...(doubt === undefined ? {} : { doubt }) };
      return doubt === undefined ? { outcome: 'not_attempted', cause: gate.stopped, message, requestIds, attempts } : unknown(doubt);
    }
    // Looked at last, and sent in the same breath: only a process that freezes right here sends too late.
    if (!ports.permit.isValid()) {
      turn.ended({ kind: 'unsent' });
      await ports.permit.renew();
      continue;
    }
    const used = credentials.current;
    const isAfterSilence = ports.silentMs() >= longSilenceMs;
    const answer = await ports.send(request, used.authorization());
    attempts += 1;
    const requestId = answer.kind === 'answer' ? cleanMessage(answer.requestId ?? '', used) : '';
    if (requestId !== '') requestIds.push(requestId);
    message = messageOf(answer, used);

    const verdict = judgeAnswer(answer, (json) => read(json) !== undefined);
    // The first request after a long silence finds connections that klikit has closed since. That says nothing of klikit.
    const wasStale = ports.resends && isAfterSilence && !hasMetClosed && answer.kind === 'no_answer' && answer.closed;
    turn.ended(wasStale ? { kind: 'unsent' } : callResult(verdict, answer, ports.now()));
    switch (verdict) {
      case 'accepted': {
        heard();
        const value = answer.kind === 'answer' ? read(answer.json) : undefined;
        if (value === undefined) throw new Error('an accepted answer has a value');
        return { outcome: 'done', value, requestIds, attempts };
      }
      case 'refused':
        heard();
        return doubt === undefined ? { outcome: 'refused', ...refusal(answer, used), message, requestIds, attempts } : unknown(doubt);
      case 'key_conflict':
        heard();
        return unknown('idempotency_conflict');
      case 'forbidden':
        gate.stop('klikit_access_forbidden');
        break;
      case 'unauthorized':
        // A new secret is tried at once, but only the first; the same one after a pause, in which it may be put in.
        waits += 1;
        if (!(await gate.hold(credentials.renew(used))) || renewed) {
          pauseEverybody('klikit_credentials_rejected', answer, waits + 1, ports, 1_000);
        }
        renewed = true;
        break;
      case 'rate_limited':
        waits += 1;
        pauseEverybody('klikit_rate_limited', answer, waits + 1, ports);
        break;
      case 'unreachable':
        waits += 1;
        pauseWhileUnreachable({ answer, request, startedMs: turn.startedMs }, waits, ports);
        break;
      case 'no_answer':
      case 'server_error':
      case 'unusable_answer':
        doubt = verdict;
        if (wasStale) {
          hasMetClosed = true;
          break;
        }
        unsure += 1;
        if (unsure === mostAttempts || !ports.resends) {
          gate.lost();
          return unknown(doubt);
        }
        await waitAfterDoubt({ answer, request, startedMs: turn.startedMs }, unsure, ports);
        break;
    }
  }
}

function messageOf(answer: Answer, credentials: Credentials): string {
  return answer.kind === 'answer' ? cleanMessage(answer.message, credentials) : '';
}

function refusal(answer: Answer, credentials: Credentials): { httpStatus: number; code: string } {
  const { status, errorCode } = answer.kind === 'answer' ? answer : { status: 0, errorCode: undefined };
  return { httpStatus: status, code: errorCode === undefined ? `http_${status}` : cleanMessage(errorCode, credentials) };
}
