import type { Verdict } from './judge-answer.ts';
import type { CallResult } from './pacing/pacing.ts';
import { retryAfterMs } from './retry-delay.ts';
import type { Answer } from './send-request.ts';

/** What an answer says about how fast klikit can be called. */
export function callResult(verdict: Verdict, answer: Answer, now: Date): CallResult {
  const { rateLimit = {}, retryAfter } = answer.kind === 'answer' ? answer : {};
  switch (verdict) {
    case 'accepted':
      return { kind: 'answered', rateLimit };
    case 'refused':
    case 'key_conflict':
      return { kind: 'answered', isRejected: true, rateLimit };
    case 'rate_limited': {
      const askedMs = retryAfterMs(retryAfter, now);
      return { kind: 'refused', rateLimit, ...(askedMs === undefined ? {} : { retryAfterMs: askedMs }) };
    }
    case 'unreachable':
    case 'no_answer':
    case 'server_error':
    case 'unusable_answer':
      return { kind: 'failed' };
    case 'unauthorized':
    case 'forbidden':
      return { kind: 'neither' };
  }
}
