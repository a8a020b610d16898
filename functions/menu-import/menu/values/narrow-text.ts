const fullWidth = /[\u3000\uFF01-\uFFEE]/gu;
const invisible = /\uFE0F|[\u00AD\u200B\u200E\u200F\u2060\uFEFF]/gu;

/**
 * Full-width digits, letters and signs as their ordinary forms, without characters that show nothing.
 * Not NFKC: that turns the footnote of `85¹` into a digit.
 */
export function narrowText(text: string): string {
  return text.replaceAll(fullWidth, (wide) => wide.normalize('NFKC')).replaceAll(invisible, '');
}
