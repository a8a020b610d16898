/** No window that a server may count in is longer; older calls are forgotten. */
const longestMs = 61_000;
const mostForgotten = 4_096;

/** When a server counted the calls that it let in, in milliseconds and in order. */
export class CallWindow {
  #times: number[] = [];
  #first = 0;

  add(atMs: number): void {
    // Answers overtake one another by moments.
    const last = Math.max(atMs, this.#times.at(-1) ?? atMs);
    this.#times.push(last);
    while ((this.#times[this.#first] ?? last) < last - longestMs) this.#first += 1;
    if (this.#first < mostForgotten) return;
    this.#times = this.#times.slice(this.#first);
    this.#first = 0;
  }

  /** How many were counted after that time. */
  count(afterMs: number): number {
    return this.#times.length - this.#position(afterMs);
  }

  /** When the call was counted that has so many later ones; `undefined` where there are not that many. */
  timeBefore(later: number): number | undefined {
    const position = this.#times.length - 1 - later;
    return position < this.#first ? undefined : this.#times[position];
  }

  /** The place of the first call after that time. */
  #position(afterMs: number): number {
    let [low, high] = [this.#first, this.#times.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#times[middle] ?? 0) <= afterMs) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
