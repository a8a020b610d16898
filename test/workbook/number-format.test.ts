import { describe, expect, test } from 'vitest';
import { formatCode, formatKind } from '../../functions/menu-import/workbook/number-format.ts';

describe('a number format', () => {
  test.each([
    ['date', 'yyyy-mm-dd'],
    ['date', 'd. mmmm'],
    ['date', '[$-409]d mmm yyyy;@'],
    ['date', '[Red]d/m/yy h:mm'],
    ['date', 'yyyy"年"m"月"d"日"'],
    ['date', 'm/d/yyyy h:mm:ss.000'],
    ['date', 'mmm'],
    ['time', 'h:mm AM/PM'],
    ['time', 'mm:ss'],
    ['time', 'mmss.0'],
    ['elapsed', '[h]:mm'],
    ['elapsed', '[Red][mm]:ss'],
  ])('shows a %s: %s', (kind, code) => {
    expect(formatKind(code)).toBe(kind);
  });

  test.each([
    '0.00%',
    '[Red]0',
    '"d"0',
    '0\\d',
    '\\"0 d\\"',
    '_(* #,##0.00_);_(* (#,##0.00)',
    '0.00E+00',
    '#,##0 [$Rp-421]',
    '"Rp"#,##0;[Red]-"Rp"#,##0',
    'RM#,##0',
    'USD 0.00',
    'HKD ?/?',
    'General',
    'General "days"',
    '@',
    ';;;',
  ])('shows a number: %s', (code) => {
    expect(formatKind(code)).toBe('number');
  });

  test('named by number only has its code, and General has none', () => {
    expect([9, 14, 31, 0, 164].map((id) => formatCode(id, new Map([[164, 'GENERAL']])))).toEqual([
      '0%',
      'm/d/yyyy',
      'yyyy/m/d',
      undefined,
      undefined,
    ]);
  });
});
