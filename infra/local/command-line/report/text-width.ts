const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303F\uFF01-\uFF60]/u;
const unseen = /^[\p{Mark}\p{Format}]+$/u;
const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** How many columns of a terminal a text takes. */
export function textWidth(text: string): number {
  return Array.from(letters.segment(text)).reduce((width, { segment }) => width + letterWidth(segment), 0);
}

function letterWidth(letter: string): number {
  if (unseen.test(letter)) return 0;
  return wide.test(letter) ? 2 : 1;
}
