import { columnNumber } from './column-letter.ts';

const pattern = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})?$/;

/** The column, from 1, that a reference such as `C12` names; `undefined` where it is none. */
export function columnOfReference(reference: string): number | undefined {
  const letters = pattern.exec(reference)?.[1];
  return letters === undefined ? undefined : columnNumber(letters.toUpperCase());
}
