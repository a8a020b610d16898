/** Why nothing was done, for sure, although the call was wanted. */
export type NotAttemptedCause =
  | 'klikit_rate_limited'
  | 'klikit_unreachable'
  | 'klikit_credentials_rejected'
  | 'klikit_access_forbidden'
  | 'import_stopped';

/** Why it is not known whether something was done. */
export type Doubt = 'no_answer' | 'server_error' | 'unusable_answer' | 'idempotency_conflict';

/** What is known after all attempts at one write; `contract.md` and section 4 of the design say what an answer means. */
export type WriteOutcome<T> = { requestIds: string[]; attempts: number } & (
  | { outcome: 'done'; value: T }
  /** klikit said no, and nothing before left any doubt. `message` is klikit's, cleaned. */
  | { outcome: 'refused'; httpStatus: number; code: string; message: string }
  /** It may have been done: a call was sent and no usable answer could be had. */
  | { outcome: 'unknown'; reason: Doubt; message: string }
  | { outcome: 'not_attempted'; cause: NotAttemptedCause; message: string }
  /** The slice ended first. `doubt`: an attempt was made whose effect is unsure, so it must be settled; otherwise nothing was done. */
  | { outcome: 'suspended'; doubt?: Doubt }
);
