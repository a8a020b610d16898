/** For what a slice has begun by then: calls in flight, each of which may take `REQUEST_TIMEOUT_MS`, and the ledger's last segment. */
const minimumTailMs = 60_000;

/**
 * From when on a slice starts nothing new. `remainingMs` is what its invocation has left: all but the tail is for new work, or half of
 * it where there are less than two minutes, so that every slice gets somewhere.
 */
export function sliceEndsAt(now: Date, remainingMs: number): Date {
  return new Date(now.getTime() + Math.max(remainingMs - minimumTailMs, remainingMs / 2));
}
