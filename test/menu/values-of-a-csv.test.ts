import { describe, expect, test } from 'vitest';
import { parseMenu } from '../../functions/menu-import/menu/parse-menu.ts';
import { readWorkbook } from '../../functions/menu-import/workbook/read-workbook.ts';
import { defaults, entriesOf, fates, warningsOf } from '../support/menu-reading.ts';

async function menuOf(lines: readonly string[]) {
  const reading = parseMenu(await readWorkbook(Buffer.from(lines.join('\r\n'))), defaults);
  if (!reading.ok) throw new Error(`refused: ${reading.refusal.code}`);
  return reading.menu;
}

describe('what Excel saves as CSV is text, and is read as what it was', () => {
  test('an item with every column', async () => {
    const menu = await menuOf([
      'Title;Title [id];SKU;Price;Price [6] (USD);Take-away price;VAT %;Visible on;Visible [7];Enabled;Preparation minutes;klikit ID',
      'Fried rice;Nasi goreng;00042; Rp85.000 ;$6.50;90.000;11%;klikit, 6;TRUE;FALSE;15;29653',
    ]);
    expect(fates(menu)).toEqual(['2 item']);
    expect(warningsOf(menu)).toEqual([]);
    expect(entriesOf(menu)[0]).toMatchObject({
      klikitId: 29_653,
      content: {
        title: { en: 'Fried rice', id: 'Nasi goreng' },
        sku: '00042',
        prices: { '1': { IDR: { price: 85_000, takeAwayPrice: 90_000 } }, '6': { USD: { price: 6.5, takeAwayPrice: 6.5 } } },
        vatPercent: 11,
        visibilities: { '1': true, '6': true, '7': true },
        enabled: false,
        preparationMinutes: 15,
      },
    });
  });

  test('an option with its group and its place', async () => {
    const menu = await menuOf(['Title,Price,Modifier group,Sequence', 'Hot,0,Spice level,2', 'Mild,0,2101,']);
    expect(entriesOf(menu).map(({ link }) => link)).toMatchObject([
      { group: { title: 'Spice level' }, sequence: 2, cell: { address: 'C2' } },
      { group: { id: 2_101 } },
    ]);
  });

  test.each([
    ['85000', 85_000],
    ['85,000.00', 85_000],
    ['85.000,00', 85_000],
    ['85000.0', 85_000],
    ['85k', '2 price_unreadable@B2'],
    ['85.000 / 90.000', '2 price_unreadable@B2'],
    ['(85.000)', '2 price_negative@B2'],
    ['1250.000', '2 price_ambiguous@B2'],
    ['########', '2 column_too_narrow@B2'],
    ['8.5E+04', '2 price_unreadable@B2'],
    ['#REF!', '2 formula_error@B2'],
    ['', '2 price_missing@B2'],
  ])('the price %s', async (price, expected) => {
    const menu = await menuOf(['Title;Price', `Ramen;${price}`]);
    expect(entriesOf(menu)[0]?.content.prices['1']?.['IDR']?.price ?? fates(menu)[0]).toBe(expected);
  });

  test.each([
    ['11', 11, []],
    ['11%', 11, []],
    ['11,5%', 11.5, []],
    // A cell that was formatted as a number of decimals, and not as percent.
    ['0,11', 0.11, ['vat_below_one@C2']],
    ['', 0, []],
  ])('the VAT %s', async (vat, percent, warnings) => {
    const menu = await menuOf(['Title;Price;VAT %', `Ramen;1;${vat}`]);
    expect(entriesOf(menu)[0]?.content.vatPercent).toBe(percent);
    expect(warningsOf(menu)).toEqual(warnings);
  });

  test.each([
    ['00042', '00042'],
    ['="00042"', '00042'],
    ['8991234567890', '8991234567890'],
    ['8.99123E+12', '2 sku_scientific@A2'],
    ['8,99123E+12', '2 sku_scientific@A2'],
    ['#####', '2 column_too_narrow@A2'],
    ['#N/A', '2 formula_error@A2'],
  ])('the SKU %s', async (sku, expected) => {
    const menu = await menuOf(['SKU;Title;Price', `${sku};Ramen;1`]);
    expect(entriesOf(menu)[0]?.content.sku ?? fates(menu)[0]).toBe(expected);
  });

  test('rows keep their numbers behind quoted line breaks and blank lines', async () => {
    const menu = await menuOf(['Menu 2026', '', 'Title,Price,Description', 'Ramen,1,"hot', 'and salty"', '', 'Udon,,x']);
    expect(fates(menu)).toEqual(['4 item', '6 price_missing@B6']);
    expect(entriesOf(menu)[0]?.content.description).toEqual({ en: 'hot\nand salty' });
    expect(menu.blankRows).toBe(1);
  });
});
