import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Issue } from '../../functions/menu-import/issues/issue.ts';
import { issueInLanguage } from '../../functions/menu-import/issues/issue-in-language.ts';
import { makeIssue } from '../../functions/menu-import/issues/make-issue.ts';
import { messages } from '../../functions/menu-import/issues/messages/en.ts';
import { recognizeEntries } from '../../functions/menu-import/menu/recognize-entries.ts';
import { vanishedEntries } from '../../functions/menu-import/menu/vanished-entries.ts';
import { knownFrom } from '../support/known-entity.ts';
import { menuEntry } from '../support/menu-entry.ts';
import { menuOf, readingOf } from '../support/menu-reading.ts';
import { readExport } from '../support/read-export.ts';

type Sheets = Parameters<typeof readingOf>[0];

const dish = ['Ramen', 60_000] as const;
const headers = ['Title', 'Price'] as const;

const refused: Sheets[] = [
  { Menu: [['a', 'b', 'c']] },
  { Menu: [headers] },
  {
    Menu: [
      ['Price', 'SKU', 'VAT %', 'Type'],
      [1, 'R1', 0, 'item'],
    ],
  },
  {
    Menu: [
      ['Title', 'SKU', 'VAT %', 'Type'],
      ['Ramen', 'R1', 0, 'item'],
    ],
  },
  { Menu: [['Title', 'Price ($)'], dish] },
  { Food: [['Currency', 'USD'], headers, dish], Drinks: [['Currency', 'IDR'], headers, ['Tea', 1]] },
  { Menu: [['Prices in thousands'], headers, dish] },
  {
    Menu: [headers, dish],
    Settings: [
      ['Currency', 'shells'],
      ['Language', 'en'],
    ],
  },
];

/** A row of the sheet in which everything is wrong: what stands in which column. */
const columns = [
  'Title',
  'Title [ja]',
  'Description',
  'SKU',
  'Price',
  'Price (IDR)',
  'Price [6]',
  'Take-away price [6]',
  'VAT %',
  'Visible on',
  'Enabled',
  'Preparation minutes',
  'Type',
  'Modifier group',
  'Sequence',
  'klikit ID',
  'Descripton',
  'Supplier',
  'Category',
  'SKU',
] as const;
type Row = Partial<Record<(typeof columns)[number], string | number | boolean>>;
const rows: Row[] = [
  {
    Title: 'A',
    Description: true,
    SKU: '1.2E+12',
    Price: 'cheap',
    'VAT %': 'x',
    'Visible on': 'x',
    Enabled: 'maybe',
    'Preparation minutes': 'x',
    Type: 'x',
  },
  {
    Title: 'B',
    Description: 'x'.repeat(5_001),
    SKU: 'S'.repeat(51),
    Price: -5,
    'VAT %': 200,
    Type: 'item',
    'Modifier group': 'Size',
    'klikit ID': 'x',
  },
  { Title: 'C', Price: 1, 'Price (IDR)': 2, 'VAT %': 0.5, Type: 'modifier' },
  { Title: 'D', Price: '$5', 'Take-away price [6]': 5 },
  { Title: 'E', Price: 1.25, SKU: '###', Descripton: 'a', Supplier: 'b', Category: 'c' },
  { Title: 'F', 'Price [6]': 7 },
  { 'Title [ja]': 'うどん', Price: 1 },
  { Description: 'no title', Price: 1, SKU: 'X' },
  { Title: 'G', SKU: 'no-price', 'VAT %': 10 },
  { Title: 'H', Price: 1, Type: 'modifier', 'Modifier group': 'Size', Sequence: 'x' },
  { Title: 'Twice', Price: 1 },
  { Title: 'Twice', Price: 1 },
];
const cellsOf = (row: Row) => columns.map((column, position) => (columns.indexOf(column) === position ? (row[column] ?? null) : null));

const wrong: Sheets = {
  Menu: [['x', 1, 2], ['y', 1, 2], ['z', 1, 2], columns, ...rows.map(cellsOf), [...cellsOf({ Title: 'I', Price: 1 }), 'nameless']],
  Merged: {
    rows: [
      ['Title', 'Price', 'SKU'],
      ['Soup', 1, 'S1'],
      [null, null, 'S9'],
      ['Stew', 2, 'S2'],
      ['Pie', null, null],
    ],
    merges: ['A2:A3', 'B2:B3', 'C4:C5', 'B4:B5'],
  },
  Formulas: [
    headers,
    ['Bad', { type: 'error', value: '#REF!' }],
    ['Idle', { type: 'formula-empty', value: '' }],
    ['May', { type: 'date', value: '2026-05-01' }],
  ],
  Options: [
    ['Title', 'Price', 'Modifier group'],
    ['Large', 1, 'Size'],
    ['Small', 1, null],
  ],
  Hidden: { rows: [headers, ['Secret', 1]], hidden: true },
  Notes: [['Call', 'the', 'plumber']],
  Supper: [
    ['Udon', 55_000],
    ['Soba', 55_000],
  ],
  Settings: [
    ['Language', 'en'],
    ['VAT %', 10],
    ['Colour', 'red'],
  ],
};
const inDollars: Sheets = { Menu: [headers, ['Ramen', '1.234']] };
const beside: Sheets = {
  Menu: [
    [...headers, 'Title', 'Price'],
    [...dish, 'Tea', 1],
  ],
};

const clover =
  'Clover ID,Name,Price,Price Type,Price Unit,Cost,Product Code,SKU,Hidden?,Default tax rates?,Non-revenue item?,Modifier Groups,Tax Rates';
const loyverse =
  'Handle,SKU,Name,Category,Sold by weight,Option 1 value,Available for sale [A],Price [A],Available for sale [B],Price [B],Tax - "VAT" (5%)';
const toast = 'Operation,Entity type,Operation ID,Name,Pricing strategy or method,Price,SKU';
const wooCommerce = 'ID,Type,SKU,Name,Published,Regular price';
const square = 'Token,Item Name,Variation Name,SKU,Price,Tax - Sales Tax';

const recognized = [
  recognizeEntries([menuEntry({ klikitId: 9 })], []),
  recognizeEntries(
    [menuEntry({ sku: 'A', klikitId: 7 })],
    [knownFrom(menuEntry({ row: 2 }), 7), knownFrom(menuEntry({ row: 3, title: 'x', sku: 'A' }), 8)],
  ),
].flat();

const issues: Issue[] = [
  ...refused.flatMap((sheets) => {
    const reading = readingOf(sheets);
    if (reading.ok) throw new Error(`not refused: ${JSON.stringify(sheets)}`);
    return [reading.refusal];
  }),
  ...[readingOf({ Menu: [headers, dish] }, { currency: undefined } as never)].flatMap((reading) => (reading.ok ? [] : [reading.refusal])),
  ...[menuOf(wrong), menuOf(inDollars, { currency: 'USD' }), menuOf(beside)].flatMap((menu) => [
    ...menu.issues,
    ...menu.rows.flatMap((row) => (row.outcome === 'skipped' ? [] : row.issues)),
  ]),
  ...vanishedEntries(menuOf(beside), [], [{ ...knownFrom(menuEntry(), 7), source: { key: 'menu.xlsx' } } as never], 'menu.xlsx'),
  ...recognized.flatMap((recognition) => (recognition.state === 'conflict' ? [makeIssue(recognition.finding, { row: 2, column: 1 })] : [])),
  ...[
    [clover, 'X1,Tip,,Variable,,,,,No,Yes,No,,', 'X2,Ham,20,Per Unit,lb,,,,No,Yes,No,,'],
    [loyverse, 'latte,1,Latte,Coffee,N,Small,Y,3,Y,3,Y', 'latte,2,,,N,Large,Y,4,Y,4,Y', 'tea,3,Tea,,N,,Y,2,Y,3,Y'],
    [toast, 'Create,MENU_ITEM,1,Bowl,SIZE,5,B', 'Create,MODIFIER_GROUP,2,Sizes,,,'],
    [wooCommerce, '1,grouped,G,Box,1,5'],
    [square, 'T,Latte,Hot,L,3,Y'],
  ].flatMap((lines) => readExport(lines).issues),
];

const sources = globSync('functions/menu-import/menu/**/*.ts')
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');
/** What the parsers can find. Nothing in a file brings about a row that passes every check and is refused by the last one. */
const codesOfParsers = Object.keys(messages).filter((code) => sources.includes(`'${code}'`) && code !== 'row_unusable');

test('of everything that parsers find, these sheets have one', () => {
  const found = new Set(issues.map(({ code }) => code));
  expect(codesOfParsers.filter((code) => !found.has(code))).toEqual([]);
});

test.each(issues.map((issue) => [issue.code, issue] as const))('%s leaves nothing unsaid, in English and in Indonesian', (_, issue) => {
  const translated = issueInLanguage(issue, 'id');
  expect(translated.message).not.toBe(issue.message);
  expect(translated.fix).not.toBe(issue.fix);
  for (const { message, fix } of [issue, translated]) expect(`${message} ${fix}`).not.toMatch(/[{}]|undefined|\[object/);
  expect(issueInLanguage(translated, 'en')).toEqual(issue);
});
