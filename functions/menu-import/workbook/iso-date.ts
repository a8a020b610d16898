const pattern = /^(?:(\d{4}-\d\d-\d\d)(?:T|$))?(?:(\d\d:\d\d)(:\d\d)?(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?$/;

/** The date of a cell that holds ISO text: without fractions of a second, zone, or a midnight beside its date. `undefined` where it is none. */
export function isoDate(text: string): string | undefined {
  const [, date, minutes, seconds = ':00'] = pattern.exec(text) ?? [];
  const time = minutes === undefined ? undefined : `${minutes}${seconds}`;
  if (date === undefined) return time;
  return time === undefined || time === '00:00:00' ? date : `${date}T${time}`;
}
