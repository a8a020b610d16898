import { withoutInvisible } from './narrow-text.ts';

/** The form in which titles and SKUs are compared: case, width, white space and what shows nothing do not tell two of them apart. */
export function identityText(text: string): string {
  return withoutInvisible(text).normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim();
}
