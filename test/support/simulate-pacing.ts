import type { FlyingCall, Pacing } from '../../functions/menu-import/klikit/pacing/pacing.ts';
import { retryAfterMs } from '../../functions/menu-import/klikit/retry-delay.ts';

/** How a klikit looks at a call that arrives then. */
export type Verdict =
  | {
      admitted: boolean;
      headers: Record<string, string>;
      /** So long it works before it answers. @default 0 */
      workMs?: number;
      /** It let the call in, and did nothing. */
      isRejected?: boolean;
    }
  | 'failed';

interface SimulationOptions {
  pacing: Pacing;
  calls: number;
  /** The way there and back of one call, in milliseconds; half of it each way. */
  latencyMs: () => number;
  klikit: (arrivedMs: number) => Verdict;
  /** Default: midnight of a day that is as good as any. */
  startMs?: number;
  /** A refusal without `Retry-After` is waited out for so long. @default 500 */
  pauseMs?: number;
  /** Nothing may take longer. Default: a day. */
  mostMs?: number;
  onStart?: (nowMs: number) => void;
}

export interface Simulated {
  /** From the first call to the last answer. */
  tookMs: number;
  refused: number;
  /** When each call that was let in arrived, from the start on. */
  admittedMs: number[];
  mostInFlight: number;
}

interface Arrival {
  atMs: number;
  act: () => void;
}

/** An import reduced to its calls, by a clock that takes no time: what the pace makes of a klikit, to the millisecond. */
export function simulatePacing(options: SimulationOptions): Simulated {
  const { pacing, calls, latencyMs, klikit, startMs = Date.UTC(2026, 10, 24), pauseMs = 500, mostMs = 86_400_000 } = options;
  const agenda: Arrival[] = [];
  const admittedMs: number[] = [];
  const counted = { left: calls, done: 0, refused: 0, mostInFlight: 0 };
  let [nowMs, openAtMs] = [startMs, startMs];

  const at = (atMs: number, act: () => void) => {
    let position = agenda.length;
    while (position > 0 && (agenda[position - 1]?.atMs ?? 0) > atMs) position -= 1;
    agenda.splice(position, 0, { atMs, act });
  };

  const send = (): void => {
    counted.left -= 1;
    options.onStart?.(nowMs);
    const call = pacing.started(Math.floor(nowMs));
    counted.mostInFlight = Math.max(counted.mostInFlight, pacing.inFlight);
    const wayMs = latencyMs() / 2;
    at(nowMs + wayMs, () => {
      const verdict = klikit(Math.floor(nowMs));
      if (verdict !== 'failed' && verdict.admitted) admittedMs.push(nowMs - startMs);
      const workMs = verdict === 'failed' ? 0 : (verdict.workMs ?? 0);
      at(nowMs + workMs + wayMs, () => hear(call, verdict));
    });
  };

  const hear = (call: FlyingCall, verdict: Verdict): void => {
    const heardMs = Math.floor(nowMs);
    if (verdict === 'failed') {
      pacing.ended(call, { kind: 'failed' }, heardMs);
      counted.left += 1;
      return;
    }
    const rateLimit = rateLimitOf(verdict.headers);
    if (verdict.admitted) {
      const { isRejected = false } = verdict;
      pacing.ended(call, { kind: 'answered', isRejected, rateLimit }, heardMs);
      counted.done += 1;
      return;
    }
    const askedMs = retryAfterMs(verdict.headers['retry-after'], new Date(heardMs));
    pacing.ended(call, { kind: 'refused', rateLimit, ...(askedMs === undefined ? {} : { retryAfterMs: askedMs }) }, heardMs);
    openAtMs = Math.max(openAtMs, nowMs + (askedMs ?? pauseMs));
    counted.refused += 1;
    counted.left += 1;
  };

  while (counted.done < calls) {
    let wakeMs = Number.POSITIVE_INFINITY;
    while (counted.left > 0) {
      wakeMs = nowMs < openAtMs ? openAtMs : nowMs + pacing.delayMs(Math.floor(nowMs));
      if (wakeMs > nowMs) break;
      send();
    }
    const next = agenda[0];
    if (counted.left > 0 && wakeMs < (next?.atMs ?? Number.POSITIVE_INFINITY)) nowMs = wakeMs;
    else if (next !== undefined) {
      agenda.shift();
      nowMs = next.atMs;
      next.act();
    } else throw new Error('nobody would ever send again');
    if (nowMs > startMs + mostMs) throw new Error(`not over after ${mostMs} ms: ${counted.done} of ${calls} calls`);
  }
  return { tookMs: nowMs - startMs, refused: counted.refused, admittedMs, mostInFlight: counted.mostInFlight };
}

function rateLimitOf(headers: Record<string, string>): { limit?: string; remaining?: string; reset?: string } {
  const names = ['limit', 'remaining', 'reset'] as const;
  return Object.fromEntries(
    names.flatMap((name) => (headers[`x-ratelimit-${name}`] === undefined ? [] : [[name, headers[`x-ratelimit-${name}`]]])),
  );
}
