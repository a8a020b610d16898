import { type Cut, type CutKind, cutKindsOf, type SpoiltAnswers, spoilOf } from './cut.ts';
import { ProcessLife } from './process-life.ts';
import { seededRandom } from './seeded-random.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** One thing that a process did to the world, or asked of it. */
export interface Effect {
  /** `put ledger/demo/0000000003.json`, `POST menus/items`. */
  name: string;
  hasHappened: boolean;
  /** The cuts that would make a difference here. */
  cutKinds: readonly CutKind[];
}

/** The longest way between a process and the world, one way. */
const longestWayMs = 20;

/** More effects than an import of this world can need: it goes in a circle. */
const mostEffects = 2_000;

/** A process that does everything through `act` and `sleep`, so that a cut can befall it at any effect. */
export class DoomedProcess {
  readonly life: ProcessLife;
  readonly random: () => number;
  readonly effects: Effect[] = [];
  /** What must not happen, whatever the importer is like: a dead process that goes on, a live one that never ends. */
  readonly faults: string[] = [];
  /** Errors that the cut had a port throw. */
  readonly thrown = new WeakSet<Error>();
  readonly #clock: VirtualClock;
  readonly #cut: Cut | undefined;
  #callsUnderWay = 0;
  #slicesUnderWay = 0;

  constructor(clock: VirtualClock, seed: number, cut?: Cut) {
    this.#clock = clock;
    this.#cut = cut;
    this.life = new ProcessLife(clock);
    this.random = seededRandom(seed);
    // A process that runs and waits for nobody does something that takes real time.
    clock.holdWhile(() => this.#slicesUnderWay > 0 && this.#callsUnderWay === 0 && !this.life.isDead);
  }

  /** Runs a part of the process's life. Never settles where the process ends before that, or has nothing more to do before its end. */
  async live<T>(work: () => Promise<T>): Promise<T> {
    this.#slicesUnderWay += 1;
    try {
      return await Promise.resolve().then(work);
    } finally {
      this.#slicesUnderWay -= 1;
      if (this.#isGone('the end of its work')) await never();
    }
  }

  async sleep(ms: number): Promise<void> {
    if (this.#isGone('sleep')) return never();
    return this.#underWay(async () => {
      await this.#clock.sleep(ms);
      await this.life.isAwake;
      return this.life.isDead ? never() : undefined;
    });
  }

  /** Whether its cut says when it goes on after standing still. */
  get wakesByItself(): boolean {
    return this.#cut?.wakesAfterMs !== undefined;
  }

  /** Does something to the world, unless the cut has it otherwise. */
  async act<T>(name: string, apply: () => Promise<T>, spoilt: SpoiltAnswers<T>): Promise<T> {
    if (this.#isGone(name)) return never();
    const effect: Effect = { name, hasHappened: false, cutKinds: cutKindsOf(spoilt) };
    const fate = this.#fateOf(effect);
    if (fate === 'before') this.life.end();
    if (fate === 'stalled_before') this.#freeze();
    return this.life.isDead ? never() : this.#underWay(() => this.#befall(effect, fate, apply, spoilt));
  }

  async #befall<T>(effect: Effect, fate: CutKind | undefined, apply: () => Promise<T>, spoilt: SpoiltAnswers<T>): Promise<T> {
    await this.life.isAwake;
    await this.#travel();
    // What was on its way when the process ended may have left the machine, or not.
    if (this.life.isDead && this.random() < 0.5) return never();
    if (fate === 'request_lost') return this.#spoil(spoilt.answer_lost);
    const answer = await apply();
    effect.hasHappened = true;
    if (fate === 'applied_no_answer') this.life.end();
    if (fate === 'stalled_after') this.#freeze();
    await this.#travel();
    await this.life.isAwake;
    if (this.life.isDead) return never();
    if (fate === 'answered_then_killed') this.life.condemn();
    const spoil = spoilOf(fate, spoilt);
    return spoil === undefined ? answer : this.#spoil(() => spoil(answer));
  }

  #fateOf(effect: Effect): CutKind | undefined {
    this.effects.push(effect);
    if (this.effects.length > mostEffects) throw this.#fault(`it has done ${mostEffects} things and comes to no end`);
    return this.#cut?.at === this.effects.length ? this.#cut.kind : undefined;
  }

  #freeze(): void {
    this.life.freeze();
    if (this.#cut?.wakesAfterMs !== undefined) this.#clock.after(this.#cut.wakesAfterMs, () => this.life.wake());
  }

  #travel(): Promise<void> {
    return this.#clock.sleep(Math.round(this.random() * longestWayMs));
  }

  async #spoil<T>(spoil: () => T | Promise<T>): Promise<T> {
    try {
      return await spoil();
    } catch (error) {
      if (error instanceof Error) this.thrown.add(error);
      throw error;
    }
  }

  async #underWay<T>(run: () => Promise<T>): Promise<T> {
    this.#callsUnderWay += 1;
    try {
      return await run();
    } finally {
      this.#callsUnderWay -= 1;
    }
  }

  #isGone(call: string): boolean {
    try {
      return this.life.isGone();
    } catch (cause) {
      throw this.#fault(`${call}, by a process that was dead`, cause);
    }
  }

  #fault(what: string, cause?: unknown): Error {
    this.faults.push(what);
    return new Error(what, { cause });
  }
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}
