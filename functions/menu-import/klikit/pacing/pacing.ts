import { AnswerTimes } from './answer-times.ts';
import { Concurrency } from './concurrency.ts';
import type { LearntPace } from './learnt-pace.ts';
import { Rate } from './rate.ts';
import { type RateLimitHeaders, readRateLimit } from './rate-limit-headers.ts';

/** After a pause a window is used up in a fraction of its time, so that the last calls of an import need not wait for its end. */
const headroom = 5;

/** A call that flies. */
export interface FlyingCall {
  readonly startedMs: number;
}

/** What came back of a call. */
export type CallResult =
  /** klikit answered, and counts the call. `isRejected`: it did nothing, which says little of how long its work takes. */
  | { kind: 'answered'; isRejected?: boolean; rateLimit?: RateLimitHeaders }
  /** It was one too many. */
  | { kind: 'refused'; retryAfterMs?: number; rateLimit?: RateLimitHeaders }
  /** No answer, or one that shows klikit in trouble. */
  | { kind: 'failed' }
  /** An answer that says nothing of how fast klikit is: rejected credentials. */
  | { kind: 'neither' }
  /** It did not reach klikit: it was not sent after all, or on a connection that had been closed long before. */
  | { kind: 'unsent' };

/**
 * Finds how fast klikit can be called with one credential, and stays just under it. By Little's law what flies is the rate times
 * the latency; both are bounded, each by what it shows. It knows no clock: every method is told the time, in milliseconds.
 */
export class Pacing {
  readonly #times = new AnswerTimes();
  readonly #rate: Rate;
  readonly #concurrency: Concurrency;
  #inFlight = 0;
  #refusedMs = Number.NEGATIVE_INFINITY;
  #heardMs: number | undefined;
  #ended = Promise.withResolvers<void>();

  constructor(maxConcurrency: number, learnt?: LearntPace) {
    this.#rate = new Rate(this.#times, learnt);
    this.#concurrency = new Concurrency(maxConcurrency, learnt?.concurrency);
  }

  get inFlight(): number {
    return this.#inFlight;
  }

  /** What the next slice, or the next import, can begin with. */
  learnt(): LearntPace {
    const { limit, windowMs } = this.#rate;
    return { windowMs, concurrency: this.#concurrency.limit, ...(limit === undefined ? {} : { limit }) };
  }

  /** Milliseconds since this process last heard of klikit; 0 where it never did, and has no connection. */
  silentMs(nowMs: number): number {
    return nowMs - (this.#heardMs ?? nowMs);
  }

  /** Milliseconds until the next call may go out; infinite where the next answer must be waited for. */
  delayMs(nowMs: number): number {
    if (this.#inFlight >= Math.min(this.#concurrency.limit, this.#enoughForRate())) return Number.POSITIVE_INFINITY;
    return this.#rate.delayMs(nowMs, this.#inFlight);
  }

  started(nowMs: number): FlyingCall {
    this.#inFlight += 1;
    return { startedMs: nowMs };
  }

  /** Resolves when the next call ends, whoever has sent it. */
  get nextEnd(): Promise<void> {
    return this.#ended.promise;
  }

  ended({ startedMs }: FlyingCall, result: CallResult, nowMs: number): void {
    this.#inFlight -= 1;
    this.#ended.resolve();
    this.#ended = Promise.withResolvers();
    if (result.kind !== 'failed' && result.kind !== 'unsent') this.#heardMs = nowMs;
    switch (result.kind) {
      case 'answered':
        this.#answered(nowMs - startedMs, result.isRejected === true);
        this.#rate.admitted(startedMs, this.#countedByMs(startedMs, nowMs), readRateLimit(result.rateLimit ?? {}, nowMs));
        if (this.#rate.isConfirmed) this.#concurrency.trust();
        break;
      case 'refused':
        // Those that flew together are refused together, which says no more than the first of them did.
        if (startedMs <= this.#refusedMs) break;
        this.#refusedMs = nowMs;
        this.#rate.refused(startedMs, nowMs, result.retryAfterMs, readRateLimit(result.rateLimit ?? {}, nowMs));
        if (this.#rate.limit === undefined) this.#concurrency.refused();
        else this.#concurrency.trust();
        break;
      case 'failed':
        // Whether klikit counted it is not known, so it counts.
        this.#rate.counted(this.#countedByMs(startedMs, nowMs));
        this.#concurrency.failed();
        break;
      case 'neither':
      case 'unsent':
        break;
    }
  }

  #answered(tookMs: number, isRejected: boolean): void {
    if (!isRejected) this.#times.add(tookMs);
    this.#concurrency.answered(isRejected ? undefined : tookMs);
  }

  /** By Little's law the cap is used up by rate x latency calls in flight. More only make bursts, which are refused together when the cap falls. */
  #enoughForRate(): number {
    const { limit, windowMs } = this.#rate;
    if (limit === undefined) return Number.POSITIVE_INFINITY;
    return Math.ceil((limit / windowMs) * this.#times.meanMs * headroom) + 1;
  }

  /** Where an answer comes sooner than the fastest that klikit works for, it was counted no earlier than it was sent. */
  #countedByMs(startedMs: number, answeredMs: number): number {
    return Math.max(answeredMs, startedMs + this.#times.fastestMs);
  }
}
