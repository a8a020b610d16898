import type { CrashCase } from './crash-case.ts';
import type { Promises } from './invariants/end-state.ts';

const hourMs = 3_600_000;

/** For so long klikit remembers a key, by contract; the importer relies on it for a little less. */
const keyLivesMs = 24 * hourMs;
const keyIsTrustedMs = 23 * hourMs;

/** What a run takes besides its longest absence. */
const slackMs = 300_000;

/**
 * What the importer promises in a case. A write is made twice only where a write in doubt is sent again and klikit has forgotten
 * its key: sooner than its contract says, or because a process stood still for longer than that between the check and the send.
 */
export function promisesOf({ sandbox, inDoubt, cuts, recoversAfterMs = 0 }: CrashCase): Promises {
  if (cuts.every((cut) => cut === undefined)) return { nothingTwice: true, everythingKnown: true };
  const stoodStillMs = Math.max(0, ...cuts.map((cut) => cut?.wakesAfterMs ?? 0)) + slackMs;
  const awayMs = Math.max(recoversAfterMs, stoodStillMs) + slackMs;
  const rememberedMs = sandbox === 'honoured' ? keyLivesMs : sandbox === 'ignored' ? 0 : sandbox.forgetAfterMs;
  const isTrusted = awayMs < keyIsTrustedMs;
  const isRemembered = (isTrusted ? awayMs : stoodStillMs) < rememberedMs;
  return {
    nothingTwice: inDoubt === 'report' || isRemembered,
    everythingKnown: inDoubt === 'resend' && isTrusted && isRemembered,
  };
}
