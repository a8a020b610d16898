/** A time to the minute, in UTC: `2026-11-24 08:15`. */
export function showTime(iso: string): string {
  return new Date(iso).toISOString().slice(0, 'yyyy-mm-ddThh:mm'.length).replace('T', ' ');
}
