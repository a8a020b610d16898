import type { FormatKind } from './number-format.ts';

const secondsADay = 86_400;
/** The day after 9999-12-31, the last that Excel shows, by the calendar of 1900 and of 1904. */
const endOfTime = { 1900: 2_958_466, 1904: 2_957_004 };

/**
 * What Excel shows for a serial number: a local ISO date, with the time only where there is one; a time alone for the day
 * zero; hours, minutes and seconds for elapsed time, `36:00:00`. `undefined` where Excel shows no date. The calendar of 1900
 * has a 29 February that never was.
 */
export function excelDate(serial: number, kind: Exclude<FormatKind, 'number'>, date1904: boolean): string | undefined {
  if (!Number.isFinite(serial) || serial < 0) return undefined;
  const totalSeconds = Math.round(serial * secondsADay);
  const days = Math.floor(totalSeconds / secondsADay);
  const seconds = totalSeconds % secondsADay;
  if (days >= endOfTime[date1904 ? 1904 : 1900]) return undefined;
  if (kind === 'elapsed') return clock(totalSeconds);
  if (days === 0 && (kind === 'time' || (seconds > 0 && !date1904))) return clock(seconds);
  const date = dateOf(days, date1904);
  return seconds === 0 ? date : `${date}T${clock(seconds)}`;
}

function clock(seconds: number): string {
  return [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

function dateOf(days: number, date1904: boolean): string {
  if (date1904) return isoDay(Date.UTC(1904, 0, 1 + days));
  if (days === 60) return '1900-02-29';
  return isoDay(Date.UTC(1899, 11, days < 60 ? 31 + days : 30 + days));
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
