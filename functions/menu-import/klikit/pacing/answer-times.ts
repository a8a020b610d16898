/** What a small sample of answers is worth: the n-th part of each new one is taken in. */
const smoothing = 8;
/** The fastest answer is forgotten this slowly, for the way to klikit may have grown longer. */
const forgetting = 500;
/** By as much, beyond twice the fastest answer, the usual answer may be slower before klikit counts as slow. */
const toleranceMs = 50;

/** How long answers take. */
export class AnswerTimes {
  #fastestMs: number | undefined;
  #usualMs = 0;

  add(tookMs: number): void {
    if (this.#fastestMs === undefined) [this.#fastestMs, this.#usualMs] = [tookMs, tookMs];
    this.#fastestMs = tookMs < this.#fastestMs ? tookMs : this.#fastestMs + (tookMs - this.#fastestMs) / forgetting;
    this.#usualMs += (tookMs - this.#usualMs) / smoothing;
  }

  /** The way there and back when nothing is in the way. */
  get fastestMs(): number {
    return this.#fastestMs ?? 0;
  }

  /** Answers take much longer than they could: calls stand in a queue at klikit. */
  get areSlow(): boolean {
    return this.#usualMs > this.fastestMs * 2 + toleranceMs;
  }
}
