import { setImmediate as nextTurn } from 'node:timers/promises';

/** Nothing is going to happen any more, and what was waited for has not come. */
export class NothingHappens extends Error {
  override readonly name = 'NothingHappens';
}

/** The world went on beyond the time that it was given. */
export class OutOfTime extends Error {
  override readonly name = 'OutOfTime';
}

interface Timer {
  atMs: number;
  fire: () => void;
}

/** The body of a `Response` takes one turn of the event loop; three quiet ones mean that everybody waits for the clock. */
const quietTurns = 3;

/** More jumps than a run of this world can need: somebody sleeps in a circle. */
const mostJumps = 100_000;

interface ClockOptions {
  startsAt?: Date;
  /** In real time: how long nothing may happen before it is said that nothing will. Loading and compressing are slow. @default 10_000 */
  patienceMs?: number;
}

/**
 * Time that passes only when everybody waits for it. Whatever happens in the world between two instants takes no time, and the
 * same things happen in the same order in every run.
 */
export class VirtualClock {
  readonly #patienceMs: number;
  readonly #isBusy: (() => boolean)[] = [];
  readonly #timers: Timer[] = [];
  #nowMs: number;
  #stamps = 0;
  #jumps = 0;

  constructor({ startsAt = new Date('2026-11-24T09:00:00Z'), patienceMs = 10_000 }: ClockOptions = {}) {
    this.#nowMs = startsAt.getTime();
    this.#patienceMs = patienceMs;
  }

  /** How often time has passed. */
  get jumps(): number {
    return this.#jumps;
  }

  now(): Date {
    return new Date(this.#nowMs);
  }

  /** The number of what happens now, in the order of everything that happens in this world. */
  stamp(): number {
    this.#stamps += 1;
    return this.#stamps;
  }

  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => this.after(ms, resolve));
  }

  after(ms: number, fire: () => void): void {
    this.stamp();
    const atMs = this.#nowMs + Math.max(0, ms);
    // Those of one instant fire in the order in which they were set.
    const later = this.#timers.findIndex((timer) => timer.atMs > atMs);
    this.#timers.splice(later < 0 ? this.#timers.length : later, 0, { atMs, fire });
  }

  /** No time passes while somebody does something that is no waiting, and takes real time: compressing a report. */
  holdWhile(isBusy: () => boolean): void {
    this.#isBusy.push(isBusy);
  }

  /** Lets time pass until the promise settles, and answers it. Throws `NothingHappens`, or `OutOfTime` after so long. */
  async run<T>(work: Promise<T>, atMostMs = Number.POSITIVE_INFINITY): Promise<T> {
    let isSettled = false;
    const settle = () => {
      isSettled = true;
    };
    work.then(settle, settle);
    const untilMs = this.#nowMs + atMostMs;
    const lastJump = this.#jumps + mostJumps;
    for (;;) {
      await this.#everybodyWaits(() => isSettled);
      if (isSettled) return work;
      const next = this.#timers.shift();
      if (next === undefined || next.atMs > untilMs || this.#jumps === lastJump) {
        throw new OutOfTime(`not over at ${this.now().toISOString()}, after ${this.#jumps} jumps of the clock`);
      }
      this.#nowMs = next.atMs;
      this.#jumps += 1;
      next.fire();
    }
  }

  async #everybodyWaits(isOver: () => boolean): Promise<void> {
    let seen = -1;
    let turns = 0;
    let quietSince = 0;
    for (;;) {
      if (isOver()) return;
      if (seen !== this.#stamps) {
        seen = this.#stamps;
        turns = 0;
        quietSince = performance.now();
      }
      if (turns >= quietTurns) {
        if (this.#timers.length > 0 && !this.#isBusy.some((isBusy) => isBusy())) return;
        if (performance.now() - quietSince > this.#patienceMs) {
          throw new NothingHappens(`at ${this.now().toISOString()}, with ${this.#timers.length} timers set`);
        }
      }
      turns += 1;
      await nextTurn();
    }
  }
}
