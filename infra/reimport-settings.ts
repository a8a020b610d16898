import * as z from 'zod';

/** Six fields, as AWS writes them: minutes, hours, day of month, month, day of week, year. One of the two days is `?`. */
const cronPattern = /^[\d,*/-]+ [\d,*/-]+ (?:[\d,*/LW-]+ [A-Z\d,*/-]+ \?|\? [A-Z\d,*/-]+ [A-Z\d,*/L#-]+) [\d,*/-]+$/;
const leastAndMost: readonly (readonly [number, number])[] = [
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [1, 7],
  [1970, 2199],
];

/** What AWS would refuse in the middle of a deployment is refused here: `99 99 * * ? *` has the form of a time. */
function isCron(text: string): boolean {
  const fields = text.split(' ');
  return cronPattern.test(text) && fields.every((field, index) => isWithin(field, leastAndMost[index] ?? [0, 0]));
}

/** The numbers of a field, without the steps behind a `/`, which count from there. */
function isWithin(field: string, [least, most]: readonly [number, number]): boolean {
  const numbers = field.replaceAll(/\/\d+/g, '').match(/\d+/g) ?? [];
  return numbers.every((number) => Number(number) >= least && Number(number) <= most);
}

/** `Intl` takes `utc`, too; the scheduler wants the name as it is written. */
function isTimeZone(name: string): boolean {
  try {
    return /^[A-Z]/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** When everything of a merchant is imported once more. */
export const reimportSchema = z.strictObject({
  cron: z.string().refine(isCron, 'six fields as AWS writes them, for example "0 3 * * ? *" for three at night'),
  /** An IANA name. */
  timeZone: z.string().refine(isTimeZone, 'a time zone such as Asia/Jakarta'),
});
