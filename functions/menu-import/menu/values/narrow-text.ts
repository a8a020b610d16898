const fullWidth = /[\u3000\uFF01-\uFFEE]/gu;
const invisible = /\uFE0F|[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;

/**
 * Full-width digits, letters and signs as their ordinary forms, without characters that show nothing.
 * Not NFKC: that turns the footnote of `85¹` into a digit.
 */
export function narrowText(text: string): string {
  return withoutInvisible(text.replaceAll(fullWidth, (wide) => wide.normalize('NFKC')));
}

/** Without marks of direction, of where a line may break, and of how a sign is drawn. Letters are joined as they were. */
export function withoutInvisible(text: string): string {
  return text.replaceAll(invisible, '');
}
