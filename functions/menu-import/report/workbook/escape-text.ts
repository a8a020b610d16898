/** The most characters that Excel takes in one cell. */
const longestCell = 32_767;

/** Characters that XML cannot hold, or changes; and what would be taken for the sign of one. */
// oxlint-disable-next-line eslint/no-control-regex -- These are what it is about.
const unwritable = /[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/g;

/** A text as Excel's files hold it, see `decodeText`. Halves of characters are no characters; a text that is too long for a cell is cut. */
export function escapeText(text: string): string {
  const short = text.length <= longestCell ? text : `${text.slice(0, longestCell - 1)}…`;
  return short.toWellFormed().replaceAll(unwritable, (character) => {
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return `_x${code}_`;
  });
}
