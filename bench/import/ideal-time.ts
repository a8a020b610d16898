/** A window of the sandbox. */
const windowMs = 1_000;

interface IdealOptions {
  calls: number;
  /** Calls that may be made in any second, by the time since the first one; absent where there is no cap. */
  cap?: (atMs: number) => number;
  latencyMs: number;
  /** Calls that may fly at once. */
  connections: number;
}

/**
 * How long the calls take at least, in milliseconds: for somebody who knows the cap, but not where klikit's seconds begin, has
 * answers after the latency and spends no time of his own. From the first call to the last answer.
 */
export function idealTime({ calls, cap, latencyMs, connections }: IdealOptions): number {
  const admitted: number[] = [];
  let atMs = 0;
  for (let call = 0; call < calls; call += 1) {
    const free = call < connections ? 0 : (admitted[call - connections] ?? 0) + latencyMs;
    atMs = Math.max(atMs, free);
    if (cap !== undefined) atMs = firstWithinCap(admitted, atMs, cap);
    admitted.push(atMs);
  }
  return atMs + latencyMs;
}

/** The first moment from that one on at which fewer calls than the cap lie in the second before. */
function firstWithinCap(admitted: readonly number[], fromMs: number, cap: (atMs: number) => number): number {
  let atMs = fromMs;
  for (;;) {
    const oldest = admitted[admitted.length - cap(atMs)];
    if (oldest === undefined || oldest + windowMs <= atMs) return atMs;
    atMs = oldest + windowMs;
  }
}
