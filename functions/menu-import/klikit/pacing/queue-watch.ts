/** Answers are looked at together, for one by one they say little: eight for each call that flies, within these bounds. */
const answersForEach = 8;
const longestRound = 64;
/** The first round is as short as may be, for it is to show what klikit takes while nobody waits there. */
const shortestRound = 16;
/** Of these, the slowest are left out: a few slow ones are nobody's fault. */
const countedShare = 0.75;
/** Answers may take twice as long as they did at best, and by so much longer, before they count as slow. */
const toleranceMs = 50;
/** In a queue, half as many calls wait half as long. Where they wait nearly as long as before, it is no queue of ours. */
const helped = 0.8;
/** So many rounds must be slow, one after the other, before anything follows from it. */
const patience = 2;

/** What a round of answers says: all is well, fewer calls should fly, it is too early to tell, or slow is what klikit is. */
export type QueueVerdict = 'fine' | 'shrink' | 'wait' | 'just slow';

/**
 * Watches whether calls stand in a queue at klikit: all answers take much longer than they did, and less long when fewer calls fly.
 * Some kinds of calls take longer than others, and a klikit that is slow for everyone is no faster for fewer calls of ours: then
 * fewer of them would only make the import slow as well.
 */
export class QueueWatch {
  #tookMs: number[] = [];
  #skip = 0;
  /** What a round took at best. */
  #bestMs: number | undefined;
  /** What the round took for which fewer calls were last asked for. */
  #shrunkAtMs: number | undefined;
  #slowRounds = 0;

  /** An answer to one of so many calls that fly; what it makes of a whole round, at its end. */
  answered(tookMs: number, inFlight: number): QueueVerdict | undefined {
    // What was changed shows only in the answers to the calls that went out since.
    if (this.#skip > 0) {
      this.#skip -= 1;
      return undefined;
    }
    this.#tookMs.push(tookMs);
    const wanted = this.#bestMs === undefined ? 0 : inFlight * answersForEach;
    if (this.#tookMs.length < Math.min(longestRound, Math.max(shortestRound, wanted))) return undefined;
    const verdict = this.#judge(meanOfFaster(this.#tookMs));
    this.#tookMs = [];
    if (verdict === 'shrink') this.#skip = inFlight;
    return verdict;
  }

  #judge(tookMs: number): QueueVerdict {
    this.#bestMs = Math.min(this.#bestMs ?? tookMs, tookMs);
    if (tookMs <= this.#bestMs * 2 + toleranceMs) {
      this.#slowRounds = 0;
      this.#shrunkAtMs = undefined;
      return 'fine';
    }
    this.#slowRounds += 1;
    if (this.#slowRounds < patience) return 'wait';
    this.#slowRounds = 0;
    if (this.#shrunkAtMs === undefined || tookMs < this.#shrunkAtMs * helped) {
      this.#shrunkAtMs = tookMs;
      return 'shrink';
    }
    this.#bestMs = tookMs;
    this.#shrunkAtMs = undefined;
    return 'just slow';
  }
}

function meanOfFaster(tookMs: readonly number[]): number {
  const counted = tookMs.toSorted((a, b) => a - b).slice(0, tookMs.length * countedShare);
  return counted.reduce((sum, each) => sum + each, 0) / counted.length;
}
