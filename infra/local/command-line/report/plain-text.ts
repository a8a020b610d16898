import { cleanText } from '../../../../functions/menu-import/menu/values/parse-text.ts';

/** A text of the merchant in one line that a terminal or a spreadsheet takes for nothing but text, in the order in which it is read. */
export function plainText(text: string): string {
  return cleanText(text)
    .replaceAll(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '')
    .replaceAll(/\s+/g, ' ');
}
