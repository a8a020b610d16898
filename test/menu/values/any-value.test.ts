import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding, Parsed } from '../../../functions/menu-import/issues/finding.ts';
import { makeIssue } from '../../../functions/menu-import/issues/make-issue.ts';
import { identityText } from '../../../functions/menu-import/menu/values/identity.ts';
import { parseCurrencyTag } from '../../../functions/menu-import/menu/values/parse-currency.ts';
import { parseGroupReference } from '../../../functions/menu-import/menu/values/parse-group-reference.ts';
import { parseLocaleTag } from '../../../functions/menu-import/menu/values/parse-locale.ts';
import { parseMoney } from '../../../functions/menu-import/menu/values/parse-money.ts';
import { parsePercent } from '../../../functions/menu-import/menu/values/parse-percent.ts';
import { parseProviderList } from '../../../functions/menu-import/menu/values/parse-provider-list.ts';
import { parseSku } from '../../../functions/menu-import/menu/values/parse-sku.ts';
import { parseText } from '../../../functions/menu-import/menu/values/parse-text.ts';
import { parseWholeNumber } from '../../../functions/menu-import/menu/values/parse-whole-number.ts';
import { parseYesNo } from '../../../functions/menu-import/menu/values/parse-yes-no.ts';
import { showCell } from '../../../functions/menu-import/menu/values/show-cell.ts';
import type { Cell, CellContent } from '../../../functions/menu-import/workbook/workbook.ts';
import { cell } from '../../support/cell.ts';

// A failure prints its seed and its path.
const often = { numRuns: 5_000 };

const currencies = fc.constantFrom('IDR', 'USD', 'JPY', 'EUR', 'INR', 'KWD');
const priceLike = fc.string({ unit: fc.constantFrom(...Array.from("0123456789.,-()' Rp$¥¹\u00A0\n")) });
const anyText = fc.oneof(fc.string({ unit: 'binary' }), priceLike);
const anyContent: fc.Arbitrary<CellContent> = fc.oneof(
  anyText.map((value) => ({ type: 'text' as const, value })),
  fc.double().map((value) => ({ type: 'number' as const, value })),
  fc.boolean().map((value) => ({ type: 'boolean' as const, value })),
  fc.constantFrom<CellContent>(
    { type: 'date', value: '2026-11-24' },
    { type: 'error', value: '#REF!' },
    { type: 'formula-empty', value: '' },
  ),
);
const anyCell = fc
  .record({ content: anyContent, format: fc.constantFrom(undefined, '0%', '00000') })
  .map(({ content, format }) => cell(content, format));

const parsers: Record<string, (cell: Cell) => Parsed<unknown>> = {
  money: (cell) => parseMoney(cell, 'IDR'),
  text: parseText,
  sku: parseSku,
  'yes or no': parseYesNo,
  percent: parsePercent,
  minutes: (cell) => parseWholeNumber(cell, { min: 0, code: 'minutes_unreadable' }),
  'provider list': parseProviderList,
  'group reference': parseGroupReference,
};

describe('a price', () => {
  test('in any text is an amount of 0 or more, or a finding', () => {
    fc.assert(
      fc.property(anyText, currencies, (text, currency) => {
        const parsed = parseMoney(cell(text), currency);
        return !parsed.ok || (Number.isFinite(parsed.value) && parsed.value >= 0 && !Object.is(parsed.value, -0));
      }),
      often,
    );
  });

  test('in any text has the digits of that text, in their order, and no others', () => {
    const significant = (text: string) => text.replaceAll(/\D/g, '').replace(/^0+/, '').replace(/0+$/, '');
    fc.assert(
      fc.property(priceLike, currencies, (text, currency) => {
        const parsed = parseMoney(cell(text), currency);
        return !parsed.ok || significant(showCell(cell(parsed.value))) === significant(text);
      }),
      often,
    );
  });

  test('is never two prices in one', () => {
    const amounts = fc.tuple(fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: 1, max: 999_999 }));
    const between = fc.constantFrom('\n', ' / ', '/', '-', ' - ', ' – ', '~', ' s/d ', ' or ', '; ', ' | ');
    fc.assert(
      fc.property(amounts, between, currencies, ([first, second], separator, currency) => {
        return !parseMoney(cell(`${first}${separator}${second}`), currency).ok;
      }),
      often,
    );
  });

  test('as people of a country write it is that amount, or ambiguous, and never another', () => {
    const written = fc.record({
      cents: fc.oneof(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: 99_999_999_99 })),
      locale: fc.constantFrom('id-ID', 'en-US', 'de-DE', 'ja-JP', 'fr-FR', 'de-CH', 'vi-VN', 'pt-BR'),
      currency: fc.constantFrom('IDR', 'USD', 'JPY', 'EUR', 'PHP'),
      style: fc.constantFrom('decimal', 'currency'),
      currencyDisplay: fc.constantFrom('symbol', 'narrowSymbol', 'code'),
    });
    let read = 0;
    fc.assert(
      fc.property(written, ({ cents, locale, currency, style, currencyDisplay }) => {
        const digits = ['IDR', 'JPY'].includes(currency) ? 0 : 2;
        const amount = digits === 0 ? Math.floor(cents / 100) : cents / 100;
        const format = { style, currency, currencyDisplay, minimumFractionDigits: digits, maximumFractionDigits: digits } as const;
        const parsed = parseMoney(cell(new Intl.NumberFormat(locale, format).format(amount)), currency);
        if (parsed.ok) read += 1;
        return parsed.ok ? parsed.value === amount && parsed.warnings === undefined : parsed.finding.code === 'price_ambiguous';
      }),
      often,
    );
    // Two decimals are always written here, so that nothing is left in doubt.
    expect(read).toBeGreaterThan(4_990);
  });
});

describe('whatever the cell', () => {
  const complete = (finding: Finding, where: Cell) => {
    const { message, fix } = makeIssue(finding, { sheet: where.sheet, row: where.row, column: where.column, value: '-' });
    return !/\{\w+\}/.test(message + fix);
  };

  test.each(Object.entries(parsers))('%s is a value or a finding whose sentence has no gap', (_, parse) => {
    fc.assert(
      fc.property(anyCell, (where) => {
        const parsed = parse(where);
        return parsed.ok ? (parsed.warnings ?? []).every((finding) => complete(finding, where)) : complete(parsed.finding, where);
      }),
      { numRuns: 2_000 },
    );
  });

  test('a percentage is from 0 to 100', () => {
    fc.assert(
      fc.property(anyCell, (where) => {
        const parsed = parsePercent(where);
        return !parsed.ok || (parsed.value >= 0 && parsed.value <= 100);
      }),
      often,
    );
  });

  test('what it shows has no exponent that Excel would not need, and tags are read or not', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e20, max: 1e20 }), anyText, (number, text) => {
        for (const tag of [parseCurrencyTag(text), parseLocaleTag(text)])
          if (tag !== undefined && !/^[A-Za-z]{2,3}$/.test(tag)) return false;
        return /^-?\d+(?:\.\d+)?$/.test(showCell(cell(number)));
      }),
      often,
    );
  });

  test('the identity of a title does not depend on the spaces and the case that it was typed in', () => {
    const words = fc.array(fc.string({ unit: fc.constantFrom(...Array.from('abcxyzñç')), minLength: 1 }), { minLength: 1 });
    fc.assert(
      fc.property(words, (typed) => {
        return identityText(` ${typed.join('\u00A0 ').toUpperCase()}\n`) === identityText(typed.join(' '));
      }),
      often,
    );
  });
});

describe('a cell as long as Excel allows', () => {
  test.each([' x', '1 ', '(', '1,', '\n', 'a \u200B', '1'])('of %j is a value or a finding, too', (part) => {
    const text = `${part.repeat(32_766 / part.length)}!`;
    const answers = Object.values(parsers).map((parse) => parse(cell(text)));
    expect(answers).toHaveLength(8);
    expect(parseMoney(cell(text), 'IDR')).toEqual({ ok: false, finding: { code: 'price_unreadable' } });
  });
});
