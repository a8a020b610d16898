import { columnLetter } from '../workbook/column-letter.ts';
import type { Finding } from './finding.ts';
import type { Issue } from './issue.ts';
import { describe } from './messages.ts';

/** Where a finding was made. `column` counts from 1. `value` is what the cell shows. */
export interface IssuePlace {
  sheet?: string;
  row?: number;
  column?: number;
  value?: string;
}

const longestValue = 200;

/** A finding in words and with its place. Places that are not known are left out. */
export function makeIssue(finding: Finding, place: IssuePlace = {}): Issue {
  const letter = place.column === undefined ? undefined : columnLetter(place.column);
  const cell = letter === undefined || place.row === undefined ? undefined : `${letter}${place.row}`;
  const value = place.value === undefined ? undefined : shorten(place.value);
  const known = {
    ...(place.sheet === undefined ? {} : { sheet: place.sheet }),
    ...(place.row === undefined ? {} : { row: place.row }),
    ...(letter === undefined ? {} : { column: letter }),
    ...(cell === undefined ? {} : { cell }),
    ...(value === undefined ? {} : { value }),
  };
  return { code: finding.code, ...known, ...describe(finding.code, { ...known, ...finding.params }) };
}

function shorten(text: string): string {
  return text.length <= longestValue ? text : `${text.slice(0, longestValue - 1)}…`;
}
