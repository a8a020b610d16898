import { QueueWatch } from './queue-watch.ts';

/** So many calls fly at first. */
const first = 10;
/** klikit once named a limit of 300. Until more than that went through, few calls are at risk of being refused together. */
const probationCalls = 301;
const mostOnProbation = 19;
/** Failures in a row, without any answer between them, after which one call at a time asks whether klikit is back. */
const failuresOfAnOutage = 3;

/** How many calls may fly at once: more with each good answer, fewer when klikit is slow, one while it is down. */
export class Concurrency {
  readonly #most: number;
  #limit: number;
  /** Up to here it grows by one with each answer, beyond by one with each round of answers. */
  #steepUntil = Number.POSITIVE_INFINITY;
  #answers = 0;
  readonly #watch = new QueueWatch();
  #isSlow = false;
  #failuresInARow = 0;
  #isTrusted: boolean;

  /** `learnt`: how many flew when an earlier process last asked. */
  constructor(most: number, learnt?: number) {
    this.#most = most;
    this.#isTrusted = learnt !== undefined;
    this.#limit = Math.min(most, Math.max(1, learnt ?? first));
  }

  get limit(): number {
    return Math.floor(this.#limit);
  }

  /** klikit's cap is known, so few of the calls that fly are at risk. */
  trust(): void {
    this.#isTrusted = true;
  }

  /** `tookMs`: of an answer that says how long klikit takes. */
  answered(tookMs?: number): void {
    this.#answers += 1;
    this.#failuresInARow = 0;
    const verdict = tookMs === undefined ? undefined : this.#watch.answered(tookMs, this.limit);
    if (verdict !== undefined) this.#isSlow = verdict === 'shrink' || verdict === 'wait';
    if (verdict === 'shrink') this.#shrinkTo(this.#limit / 2);
    // It has been seen that more calls do no harm.
    if (verdict === 'just slow') this.#steepUntil = Number.POSITIVE_INFINITY;
    if (!this.#isSlow) this.#grow();
  }

  /** There are no calls to be had now, and how many there may be later is not known. */
  refused(): void {
    this.#shrinkTo(1);
  }

  failed(): void {
    this.#failuresInARow += 1;
    if (this.#failuresInARow >= failuresOfAnOutage) this.#shrinkTo(1);
  }

  #grow(): void {
    const most = this.#isTrusted || this.#answers >= probationCalls ? this.#most : Math.min(this.#most, mostOnProbation);
    if (this.#limit >= most) return;
    this.#limit = Math.min(most, this.#limit + (this.#limit < this.#steepUntil ? 1 : 1 / this.#limit));
  }

  #shrinkTo(limit: number): void {
    if (limit >= this.#limit) return;
    this.#steepUntil = Math.max(2, this.#limit / 2);
    this.#limit = Math.max(1, limit);
  }
}
