const secondsADay = 86_400;
const dayZero = Date.UTC(1899, 11, 30);
/** Before it, days count one less, because of the 29 February 1900 that never was. */
const march1900 = 61;

/**
 * The serial number, in the calendar of 1900, of what `excelDate` shows: `2026-11-24`, `2026-11-24T09:30:00`, `09:30:00`, `36:00:00`.
 * A time alone is a part of a day.
 */
export function excelSerial(shown: string): number {
  const [first = '', second] = shown.split('T');
  return first.includes(':') ? partOfDay(first) : days(first) + (second === undefined ? 0 : partOfDay(second));
}

function partOfDay(clock: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number);
  return (hours * 3_600 + minutes * 60 + seconds) / secondsADay;
}

function days(date: string): number {
  if (date === '1900-02-29') return 60;
  const since = (Date.parse(`${date}T00:00:00Z`) - dayZero) / (secondsADay * 1_000);
  return since < march1900 ? since - 1 : since;
}
