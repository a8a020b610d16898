import type { CrashCase } from '../crash-case.ts';

const hourMs = 3_600_000;

/** A klikit, and the setting that an operator would choose for it. */
export interface MatrixKlikit extends Pick<CrashCase, 'sandbox' | 'inDoubt' | 'recoversAfterMs'> {
  name: string;
}

/** Each klikit that the matrix runs against. What may be made twice before the last one is what README says is left. */
export const klikits: readonly MatrixKlikit[] = [
  { name: 'honours keys', sandbox: 'honoured', inDoubt: 'resend' },
  { name: 'forgets keys, IN_DOUBT=report', sandbox: 'ignored', inDoubt: 'report' },
  {
    name: 'forgets keys after a day, recovery after 25 hours',
    sandbox: { forgetAfterMs: 24 * hourMs },
    inDoubt: 'resend',
    recoversAfterMs: 25 * hourMs,
  },
  { name: 'forgets keys after a minute, IN_DOUBT=report', sandbox: { forgetAfterMs: 60_000 }, inDoubt: 'report' },
  { name: 'forgets keys, IN_DOUBT=resend: duplicates allowed', sandbox: 'ignored', inDoubt: 'resend' },
];
