import { createHash } from 'node:crypto';
import type { SandboxAnswer } from './answers.ts';
import type { Business } from './business.ts';
import type { SandboxCall } from './receive-call.ts';
import type { SandboxOptions } from './sandbox-options.ts';

const longestKey = 64;
const dayMs = 24 * 60 * 60 * 1_000;

/** Answers a write, or repeats the first answer to its key, to the letter. Contract: Idempotency-Key. */
export function answerOnce(call: SandboxCall, partnerKey: string, business: Business, answer: () => SandboxAnswer): SandboxAnswer {
  const { store, answers, options, now } = business;
  const { idempotencyKey = '' } = call;
  if (idempotencyKey === '') return answers.failure('request_missing_idempotency_key', 'This endpoint needs an Idempotency-Key.');
  if (idempotencyKey.length > longestKey) {
    return answers.failure('request_invalid', `An Idempotency-Key has at most ${longestKey} characters.`);
  }
  const rememberedMs = rememberForMs(options);
  if (rememberedMs === 0) return answer();

  // A partner key holds no colon, because Basic authentication ends it there.
  const key = `${partnerKey}:${idempotencyKey}`;
  const fingerprint = createHash('sha256').update(`${call.method} ${call.path}\n${call.bodySha256}`).digest('hex');
  const atMs = now().getTime();
  const first = store.answer(key);
  if (first !== undefined && atMs - first.atMs < rememberedMs) {
    if (first.fingerprint === fingerprint) return { status: first.status, body: first.body };
    return answers.failure('state_idempotency_conflict', 'This Idempotency-Key was used with another body.');
  }
  const { status, body } = answer();
  store.remember(key, { fingerprint, status, body, atMs });
  return { status, body };
}

function rememberForMs({ idempotency = 'honoured' }: SandboxOptions): number {
  if (typeof idempotency === 'object') return idempotency.forgetAfterMs;
  return idempotency === 'honoured' ? dayMs : 0;
}
