/** Refusals that follow one another within half a second, as the calls do that fly together: one pause answers all of them. */
export function groupRefusals(refusedMs: readonly number[]): { fromMs: number; calls: number }[] {
  const groups: { fromMs: number; untilMs: number; calls: number }[] = [];
  for (const atMs of refusedMs) {
    const last = groups.at(-1);
    if (last === undefined || atMs > last.untilMs + 500) groups.push({ fromMs: atMs, untilMs: atMs, calls: 1 });
    else Object.assign(last, { untilMs: atMs, calls: last.calls + 1 });
  }
  return groups;
}
