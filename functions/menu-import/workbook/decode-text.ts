const escaped = /_x([0-9A-Fa-f]{4})_/g;

/** Text as Excel shows it: `_x000D_` stands for a character that XML cannot hold, `_x005F_` for an underscore before such. */
export function decodeText(text: string): string {
  return text.includes('_x') ? text.replaceAll(escaped, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text;
}
