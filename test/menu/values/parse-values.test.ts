import { describe, expect, test } from 'vitest';
import type { Parsed } from '../../../functions/menu-import/issues/finding.ts';
import { makeIssue } from '../../../functions/menu-import/issues/make-issue.ts';
import { currencyDecimals } from '../../../functions/menu-import/menu/values/currency-decimals.ts';
import { identityText } from '../../../functions/menu-import/menu/values/identity.ts';
import { parseCurrencyTag } from '../../../functions/menu-import/menu/values/parse-currency.ts';
import { parseGroupReference } from '../../../functions/menu-import/menu/values/parse-group-reference.ts';
import { parseLocaleTag } from '../../../functions/menu-import/menu/values/parse-locale.ts';
import { parsePercent } from '../../../functions/menu-import/menu/values/parse-percent.ts';
import { parseProviderList } from '../../../functions/menu-import/menu/values/parse-provider-list.ts';
import { parseSku } from '../../../functions/menu-import/menu/values/parse-sku.ts';
import { parseText } from '../../../functions/menu-import/menu/values/parse-text.ts';
import { parseWholeNumber } from '../../../functions/menu-import/menu/values/parse-whole-number.ts';
import { parseYesNo } from '../../../functions/menu-import/menu/values/parse-yes-no.ts';
import { showCell } from '../../../functions/menu-import/menu/values/show-cell.ts';
import type { Cell } from '../../../functions/menu-import/workbook/workbook.ts';
import { cell } from '../../support/cell.ts';

const valueOrCode = <T>(parsed: Parsed<T>) => (parsed.ok ? parsed.value : parsed.finding.code);

describe('a text', () => {
  test.each([
    ['  Nasi goreng \n', 'Nasi goreng'],
    ['Nasi\r\ngoreng', 'Nasi\ngoreng'],
    ['Nasi\u0007goreng', 'Nasi goreng'],
    ['ラーメン 🍜', 'ラーメン 🍜'],
    ['👨\u200D🍳', '👨\u200D🍳'],
    ['Nasi_x000D_\ngoreng', 'Nasi\ngoreng'],
    ['Nasi\u0085goreng', 'Nasi goreng'],
    ['\u200B Nasi \u2060', 'Nasi'],
    ['\uD83C', '\uFFFD'],
    [7, '7'],
    [0.1 + 0.2, '0.3'],
  ])('%j is sent as %j', (value, text) => {
    expect(valueOrCode(parseText(cell(value)))).toBe(text);
  });

  test('is no yes or no', () => {
    expect(parseText(cell(true))).toMatchObject({ finding: { code: 'text_expected', params: { found: { params: { value: 'TRUE' } } } } });
  });

  test('is what a number shows', () => {
    expect(valueOrCode(parseText(cell(7, '"Set "0')))).toBe('Set 7');
    expect(valueOrCode(parseText(cell(0.5, '0%')))).toBe('50%');
  });

  test.each(['مندي دجاج', '\u200Fחומוס 200\u200F', 'Cafe\u0301', 'ｶﾚｰ', '①', '🌶️🌶️', '\u202Eneknar'])(
    '%j is sent as it is written',
    (text) => {
      expect(valueOrCode(parseText(cell(text)))).toBe(text);
    },
  );

  test('has a longest length', () => {
    expect(valueOrCode(parseText(cell('x'.repeat(5_000))))).toHaveLength(5_000);
    expect(parseText(cell('nasi '), { maxLength: 3 })).toEqual({
      ok: false,
      finding: { code: 'text_too_long', params: { length: 4, allowed: 3 } },
    });
  });
});

describe('a SKU', () => {
  test.each([
    ['00042', undefined, '00042'],
    [' A-1 ', undefined, 'A-1'],
    [42, undefined, '42'],
    [42, '00000', '00042'],
    [999_999_999_999_999, undefined, '999999999999999'],
    ['1.23457E+12', undefined, 'sku_scientific'],
    [1.23457e18, undefined, 'sku_scientific'],
    ['1,2E+12', undefined, 'sku_scientific'],
    ['1E+12', undefined, 'sku_scientific'],
    ['1E-07', undefined, 'sku_scientific'],
    [1e15, undefined, 'sku_scientific'],
    [1e-7, undefined, 'sku_scientific'],
    [Number.NaN, undefined, 'sku_scientific'],
    ['2E10', undefined, '2E10'],
    ['E+5', undefined, 'E+5'],
    [0.1 + 0.2, undefined, '0.3'],
    [true, undefined, 'text_expected'],
    // As Excel shows it.
    [42, '"A"000', 'A042'],
    [42, '\\A0000', 'A0042'],
    [123_456, '000-000', '123-456'],
    [42, '0000;-0000', '0042'],
    [42, '00000_)', '00042'],
    // Separators and decimals depend on the country, so that the digits are kept.
    [1_234, '#,##0', '1234'],
    [42, '0.00', '42'],
    [1_234_567_890_123, '0.00E+00', '1234567890123'],
    [1e15, '0000000000000000', 'sku_scientific'],
    ['８９９', undefined, '８９９'],
    ['x'.repeat(50), undefined, 'x'.repeat(50)],
    ['x'.repeat(51), undefined, 'sku_too_long'],
  ])('%j in the format %s is %s', (value, format, expected) => {
    expect(valueOrCode(parseSku(cell(value, format)))).toBe(expected);
  });
});

describe('yes and no', () => {
  test.each(['yes', 'Y', 'TRUE', '1', 'x', 'X', 'Ya', 'iya', '✓', '✔️', '☑️', '✅', 'はい', ' yes ', 'oN', 'có', 'ใช่', 'Ｘ'])(
    '"%s" is yes',
    (word) => {
      expect(valueOrCode(parseYesNo(cell(word)))).toBe(true);
    },
  );
  test.each(['no', 'N', 'false', '0', 'off', 'Tidak', 'いいえ', '❌', 'không', 'ไม่'])('"%s" is no', (word) => {
    expect(valueOrCode(parseYesNo(cell(word)))).toBe(false);
  });
  test('have no third word', () => {
    expect(valueOrCode(parseYesNo(cell('maybe')))).toBe('yes_no_unreadable');
    expect(valueOrCode(parseYesNo(cell(2)))).toBe('yes_no_unreadable');
    expect(valueOrCode(parseYesNo(cell(1)))).toBe(true);
    expect(valueOrCode(parseYesNo(cell(1, '00')))).toBe(true);
    expect(valueOrCode(parseYesNo(cell(false)))).toBe(false);
  });
});

describe('a percentage', () => {
  test.each([
    [11, undefined, 11],
    [0.11, '0%', 11],
    [0.07, '0.00%', 7],
    [0.115, '0.0%', 11.5],
    [0.11, '0.00', 0.11],
    [0.11, '0.00"%"', 0.11],
    ['11%', undefined, 11],
    ['11,5 %', undefined, 11.5],
    [0, undefined, 0],
    [100, undefined, 100],
    [101, undefined, 'vat_out_of_range'],
    [-1, undefined, 'vat_out_of_range'],
    ['-11%', undefined, 'vat_out_of_range'],
    ['1000', undefined, 'vat_out_of_range'],
    ['１１％', undefined, 11],
    ['-0%', undefined, 0],
    [Number.NaN, undefined, 'vat_unreadable'],
    [true, undefined, 'vat_unreadable'],
    ['1¹', undefined, 'vat_unreadable'],
    ['10-11', undefined, 'vat_unreadable'],
    ['eleven', undefined, 'vat_unreadable'],
  ])('%j in the format %s is %s', (value, format, expected) => {
    expect(valueOrCode(parsePercent(cell(value, format)))).toBe(expected);
  });
});

test('a percentage below one is sent, with a warning that names what was probably meant', () => {
  expect(parsePercent(cell(0.11))).toEqual({
    ok: true,
    value: 0.11,
    warnings: [{ code: 'vat_below_one', params: { percent: 0.11, meant: 11 } }],
  });
  expect(parsePercent(cell(0.11, '0%'))).toEqual({ ok: true, value: 11 });
});

describe('a whole number', () => {
  const minutes = { min: 0, code: 'minutes_unreadable' } as const;
  test.each([
    [15, 15],
    ['15', 15],
    ['15 min', 15],
    ['15 menit', 15],
    ['15 minutes', 15],
    ['15 Mins.', 15],
    ['１５分', 15],
    ['15.0', 15],
    [0, 0],
    [-0, 0],
    ['15.5', 'minutes_unreadable'],
    ['1.000', 'minutes_unreadable'],
    ['10-15 min', 'minutes_unreadable'],
    ['15 hours', 'minutes_unreadable'],
    ['1e1', 'minutes_unreadable'],
    [true, 'minutes_unreadable'],
    [15.5, 'minutes_unreadable'],
    [-1, 'minutes_unreadable'],
    ['soon', 'minutes_unreadable'],
  ])('%j is %s', (value, expected) => {
    expect(valueOrCode(parseWholeNumber(cell(value), minutes))).toBe(expected);
  });
});

describe('a whole number that is no time', () => {
  const klikitId = { min: 1, code: 'klikit_id_unreadable' } as const;
  test.each([
    [29_653, 29_653],
    ['29653', 29_653],
    ['1234567890', 1_234_567_890],
    ['5 min', 'klikit_id_unreadable'],
    ['30.000', 'klikit_id_unreadable'],
    ['0', 'klikit_id_unreadable'],
    [2 ** 53, 'klikit_id_unreadable'],
  ])('%j is %s', (value, expected) => {
    expect(valueOrCode(parseWholeNumber(cell(value), klikitId))).toBe(expected);
  });
});

describe('a list of providers', () => {
  test.each([
    ['klikit', ['1']],
    ['klikit, 6', ['1', '6']],
    ['1;6 6', ['1', '6']],
    [6, ['6']],
    ['6', ['6']],
    [1.6, 'provider_list_unreadable'],
    ['1.6', 'provider_list_unreadable'],
    [', ;', 'provider_list_unreadable'],
    ['grab', 'provider_list_unreadable'],
    ['klikit, grab', 'provider_list_unreadable'],
  ])('%j is %j', (value, expected) => {
    expect(valueOrCode(parseProviderList(cell(value)))).toEqual(expected);
  });
});

describe('a modifier group', () => {
  test('is a number of klikit, or the title of a group', () => {
    expect(valueOrCode(parseGroupReference(cell('2101')))).toEqual({ id: 2_101 });
    expect(valueOrCode(parseGroupReference(cell(2_101)))).toEqual({ id: 2_101 });
    expect(valueOrCode(parseGroupReference(cell('２１０１')))).toEqual({ id: 2_101 });
    expect(valueOrCode(parseGroupReference(cell('0')))).toEqual({ title: '0' });
    expect(valueOrCode(parseGroupReference(cell(2.5)))).toEqual({ title: '2.5' });
    expect(valueOrCode(parseGroupReference(cell(' Spice level ')))).toEqual({ title: 'Spice level' });
    expect(valueOrCode(parseGroupReference(cell('7 spices')))).toEqual({ title: '7 spices' });
  });
});

describe('tags of headers and settings', () => {
  test.each([
    ['en', 'en'],
    ['EN', 'en'],
    ['en-US', 'en'],
    ['English', 'en'],
    ['Bahasa Indonesia', 'id'],
    ['Indonesian', 'id'],
    ['日本語', 'ja'],
    ['Japanese', 'ja'],
    ['Thai', 'th'],
    ['nb-NO', 'nb'],
    ['zh_Hans', 'zh'],
    ['tlh', undefined],
    ['', undefined],
    ['constructor', undefined],
    ['Klingon', undefined],
    ['xx', undefined],
  ])('the language %s is %s', (tag, code) => {
    expect(parseLocaleTag(tag)).toBe(code);
  });

  test.each([
    ['IDR', 'IDR'],
    ['idr', 'IDR'],
    ['Rp', 'IDR'],
    ['RM', 'MYR'],
    ['₱', 'PHP'],
    ['$', undefined],
    ['¥', undefined],
    ['P', undefined],
    ['US$', 'USD'],
    ['cup', undefined],
    ['CUP', 'CUP'],
    ['constructor', undefined],
    ['', undefined],
    ['XYZ', undefined],
  ])('the currency %s is %s', (tag, code) => {
    expect(parseCurrencyTag(tag)).toBe(code);
  });
});

describe('a cell shows', () => {
  test.each([
    [0.11, '0%', '11%'],
    [0.07, '0.00%', '7%'],
    [0.1 + 0.2, undefined, '0.3'],
    [85_000, undefined, '85000'],
    [123_456_789_012_345, undefined, '123456789012345'],
    [-1.5e-7, undefined, '-0.00000015'],
    [-0, undefined, '0'],
    [true, undefined, 'TRUE'],
    [{ type: 'date', value: '2026-11-24' } as const, undefined, '2026-11-24'],
    [{ type: 'error', value: '#REF!' } as const, undefined, '#REF!'],
  ])('%j in the format %s as %s', (content, format, shown) => {
    expect(showCell(cell(content, format))).toBe(shown);
  });
});

describe('a value that is lost', () => {
  const minutes = (where: Cell) => parseWholeNumber(where, { min: 0, code: 'minutes_unreadable' });
  const parsers = [parseText, parseSku, parseYesNo, parsePercent, parseProviderList, parseGroupReference, minutes];
  test.each(parsers)('is no value: %o', (parse) => {
    expect(valueOrCode<unknown>(parse(cell({ type: 'error', value: '#N/A' })))).toBe('formula_error');
    expect(valueOrCode<unknown>(parse(cell({ type: 'formula-empty', value: '' })))).toBe('formula_not_calculated');
    expect(valueOrCode<unknown>(parse(cell({ type: 'date', value: '2026-01-02' })))).toBe('became_date');
    expect(valueOrCode<unknown>(parse(cell('########')))).toBe('column_too_narrow');
  });

  test('because Excel made a date of it is named, with how to get it back', () => {
    const { message, fix } = makeIssue({ code: 'became_date' }, { sheet: 'Menu', row: 2, column: 1, value: '2026-01-02' });
    expect(message).toBe('Excel took what was typed into A2 for a date or a time, 2026-01-02, so what was meant is lost.');
    expect(fix).toMatch(/^Format A2 as Text.*type it again/);
  });

  test('is not one hash alone', () => {
    expect(valueOrCode(parseText(cell('#')))).toBe('#');
    expect(valueOrCode(parseText(cell('#1 Ramen')))).toBe('#1 Ramen');
  });
});

test('currencies have the decimals that people write', () => {
  expect(['IDR', 'VND', 'JPY', 'KRW', 'USD', 'PHP', 'KWD', 'IDR'].map(currencyDecimals)).toEqual([0, 0, 0, 0, 2, 2, 3, 0]);
});

describe('titles are the same dish', () => {
  test.each([
    ['case, width and spaces', '  Nasi　ＧＯＲＥＮＧ ', 'nasi goreng'],
    ['how accents are encoded', 'Cafe\u0301 Gele\u0301', 'CAFÉ GELÉ'],
    ['half-width letters', 'ｶﾚｰﾗｲｽ', 'カレーライス'],
    ['marks of direction', '\u200Fחומוס\u200F', 'חומוס'],
    ['marks that show nothing', 'ส้ม\u200Bตำ\u00AD', 'ส้มตำ'],
    ['how a sign is drawn', 'Hot 🌶\uFE0F', 'hot 🌶'],
  ])('whatever their %s', (_, one, other) => {
    expect(identityText(one)).toBe(identityText(other));
  });

  test('only where they are', () => {
    expect(identityText('Nasi goreng')).not.toBe(identityText('Mie goreng'));
    expect(identityText('Café')).not.toBe(identityText('Cafe'));
    expect(identityText('👨\u200D🍳')).not.toBe(identityText('👨🍳'));
  });
});
