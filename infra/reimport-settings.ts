import * as z from 'zod';

/** Six fields, as AWS writes them: minutes, hours, day of month, month, day of week, year. One of the two days is `?`. */
const cronPattern = /^[\d,*/-]+ [\d,*/-]+ (?:[\d,*/LW-]+ [A-Z\d,*/-]+ \?|\? [A-Z\d,*/-]+ [A-Z\d,*/L#-]+) [\d,*/-]+$/;

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** When everything of a merchant is imported once more. */
export const reimportSchema = z.strictObject({
  cron: z.string().regex(cronPattern, 'six fields as AWS writes them, for example "0 3 * * ? *" for three at night'),
  /** An IANA name. */
  timeZone: z.string().refine(isTimeZone, 'a time zone such as Asia/Jakarta'),
});
