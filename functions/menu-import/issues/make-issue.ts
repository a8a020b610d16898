import { columnLetter } from '../workbook/column-letter.ts';
import { describe } from './describe.ts';
import type { Finding } from './finding.ts';
import type { Issue } from './issue.ts';
import { messages } from './messages/en.ts';

/** Where a finding was made. `column` counts from 1. `value` is what the cell shows. */
export interface IssuePlace {
  sheet?: string;
  row?: number;
  column?: number;
  value?: string;
}

const longestValue = 200;

/** A finding in English words and with its place; the report says it in the merchant's language. Places that are not known are left out. */
export function makeIssue({ code, params = {} }: Finding, place: IssuePlace = {}): Issue {
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
  const { severity, message, fix } = messages[code];
  // What is missing stays visible as `{name}`, because half a sentence says more than none; a test looks for that.
  const words = describe(code, { ...known, ...params }, 'en') ?? { message, fix };
  return { code, ...known, severity, ...words, ...(Object.keys(params).length === 0 ? {} : { params }) };
}

function shorten(text: string): string {
  return text.length <= longestValue ? text : `${text.slice(0, longestValue - 1)}…`;
}
