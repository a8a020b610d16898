import type { Answer } from './send-request.ts';

/** What one answer to a write means. Design, section 4: "What an answer means". */
export type Verdict =
  | 'accepted'
  /** klikit said no; asking again changes nothing. */
  | 'refused'
  /** Nothing was done; wait, then ask again. */
  | 'rate_limited'
  | 'unreachable'
  | 'unauthorized'
  | 'forbidden'
  /** The key was used with another body, or may have been. */
  | 'key_conflict'
  /** It may have been done. */
  | 'no_answer'
  | 'server_error'
  | 'unusable_answer';

/** Both published vocabularies. Codes that are not here fall back to their HTTP status. Contract: Every answer. */
const meaningOfCode: Readonly<Record<string, Verdict>> = {
  auth_missing: 'unauthorized',
  MISSING_AUTH: 'unauthorized',
  auth_invalid_credential: 'unauthorized',
  INVALID_CREDENTIALS: 'unauthorized',
  auth_revoked: 'forbidden',
  auth_forbidden: 'forbidden',
  FORBIDDEN_SCOPE: 'forbidden',
  request_invalid: 'refused',
  REQUEST_INVALID: 'refused',
  request_missing_idempotency_key: 'refused',
  request_invalid_range: 'refused',
  resource_not_found: 'refused',
  RESOURCE_NOT_FOUND: 'refused',
  resource_unmapped: 'refused',
  not_found: 'refused',
  state_invalid_transition: 'refused',
  INVALID_TRANSITION: 'refused',
  state_idempotency_conflict: 'key_conflict',
  IDEMPOTENCY_KEY_CONFLICT: 'key_conflict',
  rate_limit_exceeded: 'rate_limited',
  RATE_LIMITED: 'rate_limited',
};

const meaningOfStatus: Readonly<Record<number, Verdict>> = {
  401: 'unauthorized',
  403: 'forbidden',
  409: 'key_conflict',
  429: 'rate_limited',
};

/** `usable`: whether the body of a success holds what the caller needs. A code only refines a 4xx: a 5xx is doubt whatever it says. */
export function judgeAnswer(answer: Answer, usable: (json: unknown) => boolean): Verdict {
  if (answer.kind === 'no_answer') return answer.sent ? 'no_answer' : 'unreachable';
  const { status, errorCode = '', json } = answer;
  if (status >= 200 && status < 300) return usable(json) ? 'accepted' : 'unusable_answer';
  if (status >= 500) return 'server_error';
  if (status < 400) return 'unusable_answer';
  const byCode = Object.hasOwn(meaningOfCode, errorCode) ? meaningOfCode[errorCode] : undefined;
  return byCode ?? meaningOfStatus[status] ?? 'refused';
}
