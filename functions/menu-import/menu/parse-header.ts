import { type ColumnRule, columnTable, type Field, type Tag } from './column-table.ts';
import { parseCurrencyTag } from './values/parse-currency.ts';
import { parseLocaleTag } from './values/parse-locale.ts';
import { parseProvider } from './values/parse-provider.ts';

/** What a header says. */
export interface ColumnMeaning {
  field: Field;
  locale?: string;
  provider?: string;
  currency?: string;
}

/** Notes that people add to headers and that mean nothing here. */
const emptyNotes = new Set(['optional', 'required', 'opsional', 'wajib', 'max 50', '%', 'percent', 'yesno', 'ya tidak', 'number', 'text']);

const rules = new Map<string, ColumnRule>();
for (const rule of columnTable) for (const name of [rule.header, ...rule.aliases]) rules.set(bareName(name), rule);

/** What a header means, or `undefined` where nobody knows. A bracket that says something unknown makes the whole header unknown. */
export function parseHeader(text: string): ColumnMeaning | undefined {
  const plain = text.normalize('NFKC').replaceAll(/\s+/gu, ' ').trim();
  const notes = [...plain.matchAll(/[[({]([^\])}]*)[\])}]/g)].map(([, note = '']) => note.trim());
  const name = plain.replaceAll(/[[({][^\])}]*[\])}]/g, ' ').trim();
  const rule = rules.get(bareName(name));
  if (rule !== undefined) return withTags(rule, notes);

  // "Price IDR", "Title English": the last word is the tag.
  const lastSpace = name.lastIndexOf(' ');
  const shorter = lastSpace === -1 ? undefined : rules.get(bareName(name.slice(0, lastSpace)));
  return shorter === undefined || shorter.tags.length === 0 ? undefined : withTags(shorter, [name.slice(lastSpace + 1), ...notes]);
}

function withTags(rule: ColumnRule, notes: readonly string[]): ColumnMeaning | undefined {
  const meaning: ColumnMeaning = { field: rule.field };
  for (const note of notes) {
    if (note === '' || emptyNotes.has(note.toLowerCase())) continue;
    const tag = rule.tags.find((candidate) => meaning[candidate] === undefined && readTag(candidate, note) !== undefined);
    if (tag !== undefined) meaning[tag] = readTag(tag, note) ?? '';
    // A column that takes no tags only carries a remark, such as "SKU (our code)".
    else if (rule.tags.length > 0) return undefined;
  }
  return meaning;
}

function readTag(tag: Tag, note: string): string | undefined {
  switch (tag) {
    case 'locale':
      return parseLocaleTag(note);
    case 'provider':
      return parseProvider(note);
    case 'currency':
      return parseCurrencyTag(note);
  }
}

/** Headers are compared without case, spaces and punctuation. */
export function bareName(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}]/gu, '');
}
