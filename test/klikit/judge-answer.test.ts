import { describe, expect, test } from 'vitest';
import { judgeAnswer } from '../../functions/menu-import/klikit/judge-answer.ts';

const judge = (status: number, errorCode?: string, usable = true) =>
  judgeAnswer(
    { kind: 'answer', status, json: {}, message: '', rateLimit: {}, ...(errorCode === undefined ? {} : { errorCode }) },
    () => usable,
  );

describe('an answer', () => {
  test.each([
    [200, undefined, 'accepted'],
    [201, undefined, 'accepted'],
    [400, 'request_invalid', 'refused'],
    [400, 'REQUEST_INVALID', 'refused'],
    [400, undefined, 'refused'],
    [400, 'RATE_LIMITED', 'rate_limited'],
    [401, 'auth_missing', 'unauthorized'],
    [401, 'INVALID_CREDENTIALS', 'unauthorized'],
    [401, undefined, 'unauthorized'],
    [403, 'auth_revoked', 'forbidden'],
    [403, 'FORBIDDEN_SCOPE', 'forbidden'],
    [404, 'resource_not_found', 'refused'],
    [404, undefined, 'refused'],
    [409, 'state_idempotency_conflict', 'key_conflict'],
    [409, 'IDEMPOTENCY_KEY_CONFLICT', 'key_conflict'],
    [409, 'state_invalid_transition', 'refused'],
    [409, undefined, 'key_conflict'],
    [418, 'teapot', 'refused'],
    [422, 'INVALID_TRANSITION', 'refused'],
    [429, 'rate_limit_exceeded', 'rate_limited'],
    [429, undefined, 'rate_limited'],
    [500, 'INTERNAL', 'server_error'],
    [500, 'request_invalid', 'server_error'],
    [502, 'downstream_unavailable', 'server_error'],
    [302, undefined, 'unusable_answer'],
    [400, '__proto__', 'refused'],
  ])('%i with the code %s is %s', (status, code, verdict) => {
    expect(judge(status, code)).toBe(verdict);
  });

  test('that says yes but has no usable body leaves doubt', () => {
    expect(judge(201, undefined, false)).toBe('unusable_answer');
  });

  test('that never came leaves doubt where the request may have arrived', () => {
    expect(judgeAnswer({ kind: 'no_answer', sent: true, closed: true }, () => true)).toBe('no_answer');
    expect(judgeAnswer({ kind: 'no_answer', sent: false, closed: false }, () => true)).toBe('unreachable');
  });
});
