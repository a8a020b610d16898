import type { ColumnRule, Field, Tag } from './column-table.ts';
import { currenciesOfSign, parseCurrencyTag } from './values/parse-currency.ts';
import { parseLocaleTag } from './values/parse-locale.ts';
import { parseProvider } from './values/parse-provider.ts';

/** What a header says. */
export interface ColumnMeaning {
  field: Field;
  locale?: string;
  provider?: string;
  currency?: string;
  /** A sign that several currencies share, `$`: which one is meant, the menu must say. */
  currencySign?: string;
  /** The word may mean something else: "Menu" is the title where nothing else is. */
  weak?: true;
}

/** Notes that people add to headers and that mean nothing here. A price with its tax is the price that guests pay; one without is not. */
const emptyNotes = new Set(
  [
    'optional|required|mandatory|%|percent|yesno|yes/no|y/n|number|text|incl. tax|incl. vat|including tax|including vat',
    'opsional|wajib|wajib diisi|tidak wajib|persen|ya tidak|ya/tidak|termasuk pajak|termasuk ppn|sudah termasuk ppn',
    'จำเป็น|ไม่บังคับ|bắt buộc|không bắt buộc|必須|任意|税込|税込み|opcional|obligatorio|iva incluido',
  ].flatMap((notes) => notes.split('|')),
);
/** "max. 50 characters" */
const lengthNote = /^max(?:imum)?\.? \d+(?: (?:characters|chars|karakter))?$/;
const minutes = new Set('m|min|mins|minute|minutes|menit|mnt|分|phút|นาที'.split('|'));
const otherTimes = /^(?:h|hrs?|hours?|s|secs?|seconds?|jam|detik|days?|hari|秒|時間)$/u;

/** The meaning of a known header with these notes; `undefined` where a note changes it to something that nobody knows. */
export function applyTags({ field, tags }: ColumnRule, notes: readonly string[]): ColumnMeaning | undefined {
  const meaning: ColumnMeaning = { field };
  for (const note of notes.flatMap((one) => one.split(/[,;]/)).map(withoutFiller)) {
    if (saysNothing(field, note)) continue;
    const tag = tags.find((candidate) => meaning[candidate] === undefined && readTag(candidate, note) !== undefined);
    if (tag !== undefined) meaning[tag] = readTag(tag, note) ?? '';
    else if (tags.includes('currency') && currenciesOfSign(note) !== undefined) meaning.currencySign = note;
    // A column that takes no tags only carries a remark, such as "SKU (our code)".
    else if (tags.length > 0 || isOtherUnit(field, note)) return undefined;
  }
  return meaning;
}

/** Whether a note leaves a column of that meaning as it is: `(required)`, `VAT (%)`, `Prep time (min)`. */
export function saysNothing(field: Field, note: string): boolean {
  const word = withoutFiller(note).toLowerCase().replace(/\.$/, '');
  return word === '' || emptyNotes.has(word) || lengthNote.test(word) || (field === 'preparationMinutes' && minutes.has(word));
}

/** Hours are no minutes, and a tax in money is no percentage. */
function isOtherUnit(field: Field, note: string): boolean {
  if (field === 'preparationMinutes') return otherTimes.test(note.toLowerCase());
  return field === 'vat' && currenciesOfSign(note) !== undefined;
}

/** `in IDR`, `dalam Rupiah` */
function withoutFiller(note: string): string {
  return note.replace(/^(?:in|dalam|en)\s+(?=\S)/i, '').trim();
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
