import { cleanText } from './values/parse-text.ts';

const longest = 200;

/** A text of the merchant in one line, for sentences, reports and terminals. */
export function oneLine(text: string): string {
  const line = cleanText(text).replaceAll(/\s+/g, ' ');
  return line.length <= longest ? line : `${line.slice(0, longest - 1)}…`;
}
