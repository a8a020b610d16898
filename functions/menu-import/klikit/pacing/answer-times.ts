/** What a small sample of answers is worth: the n-th part of each new one is taken in. */
const smoothing = 16;
/** The fastest answer is remembered for so many to twice as many, for the way to klikit may grow longer. */
const remembered = 500;

/** How long answers take. */
export class AnswerTimes {
  #fastestMs = Number.POSITIVE_INFINITY;
  #fastestBeforeMs = Number.POSITIVE_INFINITY;
  #count = 0;
  #meanMs = 0;

  add(tookMs: number): void {
    if (this.#count % remembered === 0) [this.#fastestBeforeMs, this.#fastestMs] = [this.#fastestMs, tookMs];
    this.#fastestMs = Math.min(this.#fastestMs, tookMs);
    this.#count += 1;
    this.#meanMs += (tookMs - this.#meanMs) / Math.min(this.#count, smoothing);
  }

  /** The way there and back when nothing is in the way; 0 before the first answer. */
  get fastestMs(): number {
    return this.#count === 0 ? 0 : Math.min(this.#fastestMs, this.#fastestBeforeMs);
  }

  /** Of the last answers. */
  get meanMs(): number {
    return this.#meanMs;
  }
}
