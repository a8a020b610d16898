import { type CrashCase, variants } from './crash-case.ts';
import type { Promises } from './invariants/end-state.ts';

const hourMs = 3_600_000;

/** For so long klikit remembers a key, by contract; the importer relies on it for a little less. */
const keyLivesMs = 24 * hourMs;
const keyIsTrustedMs = 23 * hourMs;

/** What a run takes besides its longest absence. */
const slackMs = 300_000;

/**
 * What the importer promises in a case. A write is made twice only where one in doubt is sent again and klikit has forgotten
 * its key: sooner than its contract says, or because a process stood still for that long between the check and the send.
 */
export function promisesOf(crashCase: CrashCase): Promises {
  const { sandbox, inDoubt, variant, cuts, recoversAfterMs = 0 } = crashCase;
  if (cuts.every((cut) => cut === undefined)) return { nothingTwice: true, everythingKnown: true, undisturbed: true };
  const rememberedMs = sandbox === 'honoured' ? keyLivesMs : sandbox === 'ignored' ? 0 : sandbox.forgetAfterMs;
  const isTrusted = recoversAfterMs < keyIsTrustedMs;
  const isRemembered = (ms: number) => ms + slackMs < rememberedMs;

  // Nothing is sent again once its key is too old. Who stood still cannot know that: others may have sent it long before.
  const resentAfterMs = isTrusted ? recoversAfterMs : 0;
  const othersAfterMs = variants[variant].arrivals.length > 1 ? 0 : recoversAfterMs;
  const stoodStill = cuts.filter((cut) => cut?.kind === 'stalled_before' || cut?.kind === 'stalled_after');
  const lateMs = stoodStill.map((cut) => (cut?.wakesAfterMs ?? recoversAfterMs) - othersAfterMs);
  return {
    nothingTwice: inDoubt === 'report' || isRemembered(Math.max(resentAfterMs, ...lateMs)),
    undisturbed: false,
    everythingKnown: inDoubt === 'resend' && isTrusted && isRemembered(resentAfterMs),
  };
}
