import { formatMoney } from '../words/formats.ts';
import type { Language } from '../words/language.ts';
import type { ReportRow } from './report-schema.ts';
import type { ReportWords } from './words/report-words.ts';

type Change = NonNullable<ReportRow['changes']>[number];

/** The columns that the fields of a menu entry come from, as the template writes them. */
const headers = new Map(
  Object.entries({
    title: 'Title',
    description: 'Description',
    sku: 'SKU',
    vatPercent: 'VAT %',
    visibilities: 'Visible',
    price: 'Price',
    takeAwayPrice: 'Take-away price',
    enabled: 'Enabled',
    preparationMinutes: 'Preparation minutes',
    modifierGroup: 'Modifier group',
    sequence: 'Sequence',
  }),
);
const ownProvider = '1';

/** The header of the column that a field comes from: `prices.6.IDR.price` is from `Price [6] (IDR)`. */
function headerOf(field: string): string {
  const [name = '', tag, currency, amount = ''] = field.split('.');
  const header = headers.get(name === 'prices' ? amount : name);
  if (header === undefined) return field;
  const inBrackets = tag === undefined || (name !== 'title' && name !== 'description' && tag === ownProvider) ? '' : ` [${tag}]`;
  return `${header}${inBrackets}${currency === undefined ? '' : ` (${currency})`}`;
}

/** What differs between klikit and a row, for whoever knows the columns of the sheet. */
export function changeInWords(
  { field, before, after }: Change,
  words: ReportWords,
  language: Language,
): Record<'field' | 'before' | 'after', string> {
  const [, , currency] = field.startsWith('prices.') ? field.split('.') : [];
  const show = (value: Change['before']): string => {
    if (value === null) return words.nothing;
    if (typeof value === 'boolean') return value ? words.yes : words.no;
    return currency !== undefined && typeof value === 'number' ? formatMoney(value, currency, language) : String(value);
  };
  return { field: headerOf(field), before: show(before), after: show(after) };
}
