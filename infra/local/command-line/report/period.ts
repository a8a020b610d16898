/** From `since` on, and before `until`. */
export interface Period {
  since?: Date;
  until?: Date;
}

export function isWithin({ since, until }: Period, iso: string): boolean {
  const time = Date.parse(iso);
  return (since === undefined || time >= since.getTime()) && (until === undefined || time < until.getTime());
}

const hourMs = 3_600_000;
const unitMs: Readonly<Record<string, number>> = { h: hourMs, d: 24 * hourMs, w: 7 * 24 * hourMs };

/** Reads `2026-11-01`, `2026-11-01T08:00Z` or `7d` as a time in UTC. The end of a day is where the next one begins. */
export function parseMoment(text: string, edge: keyof Period, now: Date): Date | undefined {
  const [, count, unit = ''] = /^(\d{1,5})([hdw])$/.exec(text) ?? [];
  if (count !== undefined) return new Date(now.getTime() - Number(count) * (unitMs[unit] ?? 0));
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?Z?)?$/.exec(text) ?? [];
  if (day === undefined) return undefined;
  const midnight = new Date(`${day}T00:00Z`);
  // There is no 31 November, whatever a lenient reader makes of it.
  if (Number.isNaN(midnight.getTime()) || midnight.toISOString().slice(0, day.length) !== day) return undefined;
  if (time === undefined) return edge === 'since' ? midnight : new Date(midnight.getTime() + 24 * hourMs);
  const moment = new Date(`${day}${time.replace(/Z?$/, 'Z')}`);
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}
