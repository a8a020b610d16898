import { type CallResult, type FlyingCall, Pacing } from '../../../functions/menu-import/klikit/pacing/pacing.ts';

/** A pace with somebody beside it who keeps simple lists of the same calls, and says where it went too far. */
export class WatchedPacing extends Pacing {
  /** Calls that flew at once, at most. */
  mostFlying = 0;
  /** Calls that were out or surely counted when one more went out, at most, as against what was known of the cap then. */
  mostBeyondLimit = Number.NEGATIVE_INFINITY;
  readonly #flying = new Set<FlyingCall>();
  readonly #countedMs: number[] = [];
  /** No answer takes longer. */
  slowestMs = Number.POSITIVE_INFINITY;

  override started(nowMs: number): FlyingCall {
    const { limit, windowMs } = this.learnt();
    const call = super.started(nowMs);
    this.#flying.add(call);
    this.mostFlying = Math.max(this.mostFlying, this.#flying.size);
    if (limit !== undefined) this.mostBeyondLimit = Math.max(this.mostBeyondLimit, this.#atStake(nowMs - windowMs) - limit);
    return call;
  }

  override ended(call: FlyingCall, result: CallResult, nowMs: number): void {
    super.ended(call, result, nowMs);
    this.#flying.delete(call);
    if (result.kind === 'answered' || result.kind === 'failed') this.#countedMs.push(nowMs);
  }

  /**
   * What flies may be counted at any moment, or was already: all of it is at stake. What was answered was counted somewhere between
   * its start and its answer, and nobody here knows where. What was answered later than the window's start and the longest way
   * was counted inside of the window for sure; only so much may be demanded of the pace. Where all answers take the same time,
   * this is exact: those calls are the ones that went out since the window's start.
   */
  #atStake(windowStartMs: number): number {
    return this.#flying.size + this.#countedMs.filter((atMs) => atMs >= windowStartMs + this.slowestMs).length;
  }
}
