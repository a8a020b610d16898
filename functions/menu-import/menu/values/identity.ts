/** The form in which texts are compared: case, width and white space do not tell two dishes apart. */
export function identityText(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim();
}
