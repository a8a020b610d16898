import { randomUUID } from 'node:crypto';
import type { SandboxOptions } from './sandbox-options.ts';

/** An answer before it goes over the wire. */
export interface SandboxAnswer {
  status: number;
  body: { request_id: string; data?: unknown; error?: { code: string; message: string; details?: unknown } };
  headers?: Readonly<Record<string, string>>;
}

/** Status and the code of both vocabularies. Contract: Every answer. */
const errors = {
  auth_missing: { status: 401, concept: 'MISSING_AUTH' },
  auth_invalid_credential: { status: 401, concept: 'INVALID_CREDENTIALS' },
  auth_forbidden: { status: 403, concept: 'FORBIDDEN_SCOPE' },
  request_invalid: { status: 400, concept: 'REQUEST_INVALID' },
  request_missing_idempotency_key: { status: 400, concept: 'REQUEST_INVALID' },
  resource_not_found: { status: 404, concept: 'RESOURCE_NOT_FOUND' },
  not_found: { status: 404, concept: 'RESOURCE_NOT_FOUND' },
  state_idempotency_conflict: { status: 409, concept: 'IDEMPOTENCY_KEY_CONFLICT' },
  rate_limit_exceeded: { status: 429, concept: 'RATE_LIMITED' },
  downstream_unavailable: { status: 502, concept: 'DOWNSTREAM_UNAVAILABLE' },
  // Only the concept pages name it.
  INTERNAL: { status: 500, concept: 'INTERNAL' },
} as const;

export type ErrorKind = keyof typeof errors;

/** Makes answers in the envelope, each with a request id of its own. */
export interface Answers {
  success(data: unknown, status?: number): SandboxAnswer;
  failure(kind: ErrorKind, message: string, details?: unknown): SandboxAnswer;
  /** An error that was asked for; its code is that of the status, where none is given. */
  fault(status: number, code?: string): SandboxAnswer;
}

export function createAnswers({ errorVocabulary = 'reference', requestIds = 'uuid' }: SandboxOptions): Answers {
  const newRequestId = () => (requestIds === 'uuid' ? `req_${randomUUID()}` : randomUUID().replaceAll('-', ''));
  const codeOf = (kind: ErrorKind) => (errorVocabulary === 'reference' ? kind : errors[kind].concept);
  const error = (status: number, content: { code: string; message: string; details?: unknown }): SandboxAnswer => {
    return { status, body: { request_id: newRequestId(), error: content } };
  };
  return {
    success: (data, status = 200) => ({ status, body: { request_id: newRequestId(), data } }),
    failure: (kind, message, details) =>
      error(errors[kind].status, { code: codeOf(kind), message, ...(details === undefined ? {} : { details }) }),
    fault: (status, code) => error(status, { code: code ?? codeOf(kindOfStatus(status)), message: 'This fault was asked for.' }),
  };
}

function kindOfStatus(status: number): ErrorKind {
  const kinds = Object.keys(errors) as ErrorKind[];
  return kinds.findLast((kind) => errors[kind].status === status) ?? 'INTERNAL';
}
