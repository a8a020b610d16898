import { type ColumnRule, columnTable, listWords } from './column-table.ts';
import { applyTags, type ColumnMeaning, saysNothing } from './header-tags.ts';
import { unusedColumns } from './unused-columns.ts';
import { parseCurrencyTag } from './values/parse-currency.ts';
import { parseLocaleTag } from './values/parse-locale.ts';

interface KnownName {
  rule: ColumnRule;
  /** Gives way to a plainer name beside it. */
  weak: boolean;
}

const known = new Map<string, KnownName>();
for (const rule of columnTable) {
  for (const name of [rule.header, ...Object.values(rule.words).flatMap(listWords)]) known.set(bareName(name), { rule, weak: false });
  for (const name of listWords(rule.weakWords ?? '')) known.set(bareName(name), { rule, weak: true });
}
const takesTags = new Set(columnTable.flatMap(({ field, tags }) => (tags.length === 0 ? [] : [field])));
const unused = new Set(unusedColumns.flatMap((words) => Object.values(words).flatMap(listWords)).map(bareName));

/** What is longer is a sentence. Keeps the descriptions of dishes from being searched for headers. */
const longestHeader = 120;
const mostWords = 8;
/** "Price 2" is somebody's second price, and "Product ID", "Product no" and "Product number" are numbers, in no language. */
const notTags = /^(?:\d+|(?:id|nos?|nr|num|numbers?|text)\.?)$/i;

/** What a header means, or `undefined` where nobody knows. A bracket that says something unknown makes the whole header unknown. */
export function parseHeader(text: string): ColumnMeaning | undefined {
  return text.length > longestHeader ? undefined : (parseOne(text, []) ?? parseBilingual(text));
}

/** What a header means together with a note that stands elsewhere: `IDR` in the cell below `Price`. A mere remark is no such note. */
export function parseHeaderWith(text: string, note: string): ColumnMeaning | undefined {
  const plain = note.replaceAll(/^[[({]|[\])}]$/g, '').trim();
  const meaning = parseOne(text, [plain]);
  return meaning !== undefined && (takesTags.has(meaning.field) || saysNothing(meaning.field, plain)) ? meaning : undefined;
}

/** "Harga / Price", or one word below the other: known where every part means the same. */
function parseBilingual(text: string): ColumnMeaning | undefined {
  const parts = text.split(/[/|\n]/).filter((part) => part.trim() !== '');
  const [first, ...others] = parts.map((part) => parseOne(part, []));
  return others.length > 0 && others.every((other) => other?.field === first?.field) ? first : undefined;
}

function parseOne(text: string, furtherNotes: readonly string[]): ColumnMeaning | undefined {
  const plain = text.normalize('NFKC').replaceAll(/\s+/gu, ' ').trim();
  // What stands behind ※ is a remark, in brackets or not.
  const [before = '', ...remarks] = plain.split('※');
  const bracketed = [...before.matchAll(/[[({]([^\])}]*)[\])}]/g)].map(([, note = '']) => note.trim());
  const notes = [...bracketed, ...remarks, ...furtherNotes];
  const name = before.replaceAll(/[[({][^\])}]*[\])}]/g, ' ').trim();
  // A header of signs only, such as # above the numbers of the rows, names nothing.
  if (unused.has(bareName(name)) || (plain !== '' && bareName(plain) === '')) return { field: 'unused' };
  const whole = known.get(bareName(name));
  return whole === undefined ? parseTagged(name, notes) : (meaningOf(whole, notes) ?? parseAsOneName(name, notes));
}

/** "Price IDR", "Price/IDR", "USD price", "Nama Bahasa Inggris", "Prep time in minutes": the words at one end are the tag. */
function parseTagged(name: string, notes: readonly string[]): ColumnMeaning | undefined {
  const words = name.split(/[\s/\\|,:;_–—-]+/u).filter((word) => word !== '');
  if (words.length > mostWords) return undefined;
  for (let length = words.length - 1; length > 0; length -= 1) {
    const meaning =
      parseWords(words.slice(0, length), words.slice(length), notes) ?? parseWords(words.slice(-length), words.slice(0, -length), notes);
    if (meaning !== undefined) return meaning;
  }
  return undefined;
}

function parseWords(name: readonly string[], added: readonly string[], notes: readonly string[]): ColumnMeaning | undefined {
  const [head, tag] = [bareName(name.join('')), added.join(' ')];
  if (notTags.test(tag)) return undefined;
  const found = known.get(head);
  if (found !== undefined)
    return (isTagOf(found.rule, tag) ? meaningOf(found, [tag, ...notes]) : undefined) ?? parseAsOneName(name.join(' '), [tag, ...notes]);
  if (unused.has(head)) return (parseLocaleTag(tag) ?? parseCurrencyTag(tag)) === undefined ? undefined : { field: 'unused' };
  return undefined;
}

function isTagOf({ field, tags }: ColumnRule, word: string): boolean {
  return tags.length > 0 || saysNothing(field, word);
}

/** "Price (take-away)", "Modifier (group)", "Price - Take-away": the words belong to the name. */
function parseAsOneName(name: string, notes: readonly string[]): ColumnMeaning | undefined {
  for (const [position, note] of notes.entries()) {
    const found = known.get(bareName(note + name)) ?? known.get(bareName(name + note));
    if (found !== undefined) return meaningOf(found, notes.toSpliced(position, 1));
  }
  return undefined;
}

function meaningOf({ rule, weak }: KnownName, notes: readonly string[]): ColumnMeaning | undefined {
  // "Harga (Price)" says it twice.
  const telling = notes.filter((note) => known.get(bareName(note))?.rule !== rule);
  const meaning = applyTags(rule, telling);
  return meaning !== undefined && weak ? { ...meaning, weak } : meaning;
}

/** Headers are compared without case, spaces, punctuation and the accents of Latin letters: "Gia ban" is "Giá bán". */
export function bareName(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u036F]/g, '')
    .replaceAll('đ', 'd')
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}\p{M}]/gu, '');
}
