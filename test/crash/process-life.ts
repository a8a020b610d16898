import type { VirtualClock } from './virtual-clock.ts';

/**
 * Whether a process runs, stands still, or is no more. Its code cannot be stopped in the middle of a turn, so `isGone` is
 * asked at everything that it does, and what a dead one still wants in the instant of its death never happens.
 */
export class ProcessLife {
  /** Resolves when the process has come to its end. */
  readonly died: Promise<void>;
  /** Resolves when the process has come to a standstill. */
  readonly froze: Promise<void>;
  readonly #clock: VirtualClock;
  readonly #onDeath: () => void;
  readonly #onFreeze: () => void;
  #isCondemned = false;
  #diedAtJump: number | undefined;
  #standstill: { isOver: Promise<void>; end: () => void } | undefined;

  constructor(clock: VirtualClock) {
    this.#clock = clock;
    ({ promise: this.died, resolve: this.#onDeath } = Promise.withResolvers<void>());
    ({ promise: this.froze, resolve: this.#onFreeze } = Promise.withResolvers<void>());
  }

  get isDead(): boolean {
    return this.#diedAtJump !== undefined;
  }

  /** Resolves when the process may go on: at once, unless it is frozen. */
  get isAwake(): Promise<void> {
    return this.#standstill?.isOver ?? Promise.resolve();
  }

  /** Whether it is over with the process, now or before. Throws where it has been dead for a while: something woke the dead. */
  isGone(): boolean {
    if (this.#isCondemned) this.end();
    if (this.#diedAtJump === undefined) return false;
    if (this.#diedAtJump < this.#clock.jumps) throw new Error('this process has been dead for a while');
    return true;
  }

  end(): void {
    this.#diedAtJump ??= this.#clock.jumps;
    this.#onDeath();
  }

  /** The process ends at the next thing that it does. */
  condemn(): void {
    this.#isCondemned = true;
  }

  freeze(): void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#standstill = { isOver: promise, end: resolve };
    this.#onFreeze();
  }

  wake(): void {
    this.#standstill?.end();
    this.#standstill = undefined;
  }
}
