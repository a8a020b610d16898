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
  return `${twoDigits(Math.floor(seconds / 3_600))}:${twoDigits(Math.floor(seconds / 60) % 60)}:${twoDigits(seconds % 60)}`;
}

function dateOf(days: number, date1904: boolean): string {
  if (date1904) return isoDay(days + daysTo1904);
  if (days === 60) return '1900-02-29';
  return isoDay(days < 60 ? days + 1 : days);
}

/** Days from 1899-12-30 to 1904-01-01. */
const daysTo1904 = 1_462;
/** Days from 1 March of the year 0, so that leap days come last, to 1899-12-30. */
const daysFromMarch = 693_899;
const daysIn400Years = 146_097;

/** The date so many days after 1899-12-30, Gregorian. By arithmetic, because a `Date` for each cell takes three times as long as reading the cell. */
function isoDay(days: number): string {
  const sinceMarch = days + daysFromMarch;
  const era = Math.floor(sinceMarch / daysIn400Years);
  const dayOfEra = sinceMarch % daysIn400Years;
  const leapDays = Math.floor(dayOfEra / 1_460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const month = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * month + 2) / 5) + 1;
  const year = era * 400 + yearOfEra + (month < 10 ? 0 : 1);
  return `${year}-${twoDigits(month < 10 ? month + 3 : month - 9)}-${twoDigits(day)}`;
}

function twoDigits(part: number): string {
  return part < 10 ? `0${part}` : `${part}`;
}
