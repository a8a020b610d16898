import type { CellStyle, MenuCell } from './menu-cell.ts';
import {
  categories,
  descriptionWords,
  dishes,
  endings,
  indonesianDescriptions,
  localTitles,
  manners,
  modifierGroups,
  notes,
  providers,
} from './menu-words.ts';
import { seededRandom } from './seeded-random.ts';

const headers = [
  'Type',
  'SKU',
  'Title [en]',
  'Title [ja]',
  'Description [en]',
  'Description [id]',
  'Price (IDR)',
  'Price [6] (SGD)',
  'Take-away price (IDR)',
  'VAT %',
  'Visible on',
  'Enabled',
  'Preparation minutes',
  'Modifier group',
  'Sequence',
  'Available from',
  'Changed at',
  'Category',
  'Barcode',
  'Notes',
];

/** Days that Excel counts up to the first of January 2026. */
const firstDay = 46_023;

/** A menu of so many rows, the header among them, and 20 columns; the same one each time. */
export function menuRows(rowCount: number): MenuCell[][] {
  const random = seededRandom(20_261_124);
  const header = headers.map((value): MenuCell => ({ value, style: 'header' }));
  return [header, ...Array.from({ length: rowCount - 1 }, (_, position) => menuRow(position + 2, random))];
}

function menuRow(row: number, random: (below: number) => number): MenuCell[] {
  const pick = <T>(from: readonly T[]): T => from[random(from.length)] as T;
  const price = 5_000 + random(400) * 500;
  const description = Array.from({ length: 5 + random(8) }, () => pick(descriptionWords)).join(' ');
  return [
    cell(random(4) === 0 ? 'option' : 'item'),
    cell(`00${String(10_000 + row)}`),
    cell(`${pick(dishes)} ${pick(manners)} ${row}`),
    cell(pick(localTitles)),
    cell(`${description}${pick(endings)}`),
    cell(pick(indonesianDescriptions)),
    cell(price, 'money'),
    cell(random(3) === 0 ? undefined : (100 + random(4_000)) / 100, 'money'),
    { ...cell(price + 2_000, 'money'), formula: `G${row}+2000` },
    cell(pick([0.11, 0.1, 0.07]), 'percent'),
    cell(pick(providers)),
    cell(random(10) > 0),
    cell(5 + random(40)),
    cell(pick(modifierGroups)),
    cell(random(100)),
    cell(random(2) === 0 ? undefined : firstDay + random(365), 'date'),
    // Quarters of a day, so that no digits are lost on the way.
    cell(firstDay + random(1_460) / 4, 'date-time'),
    cell(pick(categories)),
    cell(8_990_000_000_000 + random(1_000_000_000), 'digits'),
    cell(pick(notes)),
  ];
}

function cell(value: MenuCell['value'], style: CellStyle = 'general'): MenuCell {
  return value === undefined ? { style } : { value, style };
}
