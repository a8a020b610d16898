import { randomUUID } from 'node:crypto';

/** An answer before it goes over the wire. */
export interface SandboxAnswer {
  status: number;
  body: { request_id: string; data?: unknown; error?: { code: string; message: string; details?: unknown } };
  headers?: Record<string, string>;
}

export type ErrorKind =
  | 'auth_missing'
  | 'auth_invalid_credential'
  | 'request_invalid'
  | 'request_missing_idempotency_key'
  | 'resource_not_found'
  | 'not_found'
  | 'state_idempotency_conflict'
  | 'rate_limit_exceeded';

/** Status and the code of both vocabularies. Contract: Every answer. */
const errors: Record<ErrorKind, { status: number; concept: string }> = {
  auth_missing: { status: 401, concept: 'MISSING_AUTH' },
  auth_invalid_credential: { status: 401, concept: 'INVALID_CREDENTIALS' },
  request_invalid: { status: 400, concept: 'REQUEST_INVALID' },
  request_missing_idempotency_key: { status: 400, concept: 'REQUEST_INVALID' },
  resource_not_found: { status: 404, concept: 'RESOURCE_NOT_FOUND' },
  not_found: { status: 404, concept: 'RESOURCE_NOT_FOUND' },
  state_idempotency_conflict: { status: 409, concept: 'IDEMPOTENCY_KEY_CONFLICT' },
  rate_limit_exceeded: { status: 429, concept: 'RATE_LIMITED' },
};

export function success(data: unknown, status = 200): SandboxAnswer {
  return { status, body: { request_id: newRequestId(), data } };
}

export function failure(kind: ErrorKind, message: string, vocabulary: 'reference' | 'concept', details?: unknown): SandboxAnswer {
  const { status, concept } = errors[kind];
  const code = vocabulary === 'reference' ? kind : concept;
  return { status, body: { request_id: newRequestId(), error: { code, message, ...(details === undefined ? {} : { details }) } } };
}

export function newRequestId(): string {
  return `req_${randomUUID()}`;
}
