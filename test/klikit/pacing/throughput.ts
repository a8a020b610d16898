/** How long after `fromMs` klikit lets in as many calls a second as that, on average over twenty seconds; infinite where it never does. */
export function secondsUntil(perSecond: number, admittedMs: readonly number[], fromMs: number): number {
  const calls = Math.floor(perSecond * 20);
  const first = admittedMs.find(
    (atMs, position) => atMs >= fromMs && (admittedMs[position + calls] ?? Number.POSITIVE_INFINITY) <= atMs + 20_000,
  );
  return first === undefined ? Number.POSITIVE_INFINITY : (first - fromMs) / 1_000;
}
