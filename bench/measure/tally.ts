/** What was seen of a workbook: enough to tell whether two readers saw the same, little enough not to count in their time. */
export interface Tally {
  texts: number;
  /** The lengths of the texts and their first and last characters, added up. */
  textSum: number;
  numbers: number;
  numberSum: number;
  booleans: number;
  trueCount: number;
  dates: number;
  /** Seconds since 1970, added up. */
  dateSum: number;
  /** Cells that are none of these. */
  others: number;
}

export function emptyTally(): Tally {
  return { texts: 0, textSum: 0, numbers: 0, numberSum: 0, booleans: 0, trueCount: 0, dates: 0, dateSum: 0, others: 0 };
}

export function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

/** Counts one cell; a blank one does not count. */
export function countValue(tally: Tally, value: unknown): void {
  if (isBlank(value)) return;
  if (typeof value === 'string') {
    tally.texts += 1;
    tally.textSum += value.length + value.charCodeAt(0) + value.charCodeAt(value.length - 1);
  } else if (typeof value === 'number') {
    tally.numbers += 1;
    tally.numberSum += value;
  } else if (typeof value === 'boolean') {
    tally.booleans += 1;
    if (value) tally.trueCount += 1;
  } else if (value instanceof Date) {
    tally.dates += 1;
    tally.dateSum += Math.round(value.getTime() / 1_000);
  } else tally.others += 1;
}

export function tallyOf(values: Iterable<unknown>): Tally {
  const tally = emptyTally();
  for (const value of values) countValue(tally, value);
  return tally;
}
