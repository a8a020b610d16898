const secondsADay = 86_400;
/** 9999-12-31, the last day that Excel shows. */
const lastSerial = 2_958_466;

/**
 * The local ISO date of a serial number, with the time only where there is one; a time alone for the day zero.
 * `undefined` where Excel shows no date. The 1900 calendar has a 29 February that never was.
 */
export function excelDate(serial: number, date1904: boolean): string | undefined {
  if (!Number.isFinite(serial) || serial < 0 || serial >= lastSerial) return undefined;
  const totalSeconds = Math.round(serial * secondsADay);
  const days = Math.floor(totalSeconds / secondsADay);
  const seconds = totalSeconds % secondsADay;
  const time = new Date(seconds * 1_000).toISOString().slice(11, 19);
  if (days === 0 && !date1904 && seconds > 0) return time;
  const date = dateOf(days, date1904);
  return seconds === 0 ? date : `${date}T${time}`;
}

function dateOf(days: number, date1904: boolean): string {
  if (date1904) return isoDay(Date.UTC(1904, 0, 1 + days));
  if (days === 60) return '1900-02-29';
  return isoDay(Date.UTC(1899, 11, days < 60 ? 31 + days : 30 + days));
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
