import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultReadLimits } from '../../functions/menu-import/workbook/limits.ts';
import { readWorkbook } from '../../functions/menu-import/workbook/read-workbook.ts';
import { cellsOf } from '../support/cells-of.ts';
import { outcomeOf } from '../support/outcome-of.ts';
import { encodeCsv, type TextEncoding, writeCsv } from '../support/write-csv.ts';

const read = (text: string | Uint8Array) => cellsOf(Buffer.from(text as string));
const refusalOf = async (content: string | Uint8Array, limits = {}) => {
  const outcome = await outcomeOf(Buffer.from(content as string), limits);
  return outcome instanceof Error ? { code: outcome.code, ...outcome.details } : outcome;
};

describe('a CSV', () => {
  test('is one visible sheet, whose rows and cells are where Excel shows them', async () => {
    const { sheets } = await readWorkbook(Buffer.from('\nTitle,,Price\n\n,\nRamen,,60000\n'));
    expect(sheets).toEqual([
      {
        name: 'CSV',
        hidden: false,
        merges: [],
        columnRanges: [],
        rows: [
          expect.objectContaining({ sheet: 'CSV', row: 2, hidden: false }),
          expect.objectContaining({ sheet: 'CSV', row: 5, hidden: false }),
        ],
      },
    ]);
    expect(sheets[0]?.rows[1]?.cells).toEqual([
      { type: 'text', value: 'Ramen', sheet: 'CSV', row: 5, column: 1 },
      { type: 'text', value: '60000', sheet: 'CSV', row: 5, column: 3 },
    ]);
  });

  test('that is read in the worker is the same', async () => {
    const bytes = Buffer.from('Title,Price\nRamen,60000\n');
    expect(await outcomeOf(bytes)).toEqual(await readWorkbook(bytes));
  });

  test('keeps numbers as they are written', async () => {
    expect(await read('00042,85.000,1.23457E+12,11%')).toEqual({ A1: '00042', B1: '85.000', C1: '1.23457E+12', D1: '11%' });
  });

  test('has the errors of formulas, and texts that are held fast with a formula', async () => {
    expect(await read('#REF!,#N/A,="00042","=""a""""b""",=SUM(A1)')).toEqual({
      A1: 'error #REF!',
      B1: 'error #N/A',
      C1: '00042',
      D1: 'a"b',
      E1: '=SUM(A1)',
    });
  });

  test.each(['', '\uFEFF', '\n\n', ' , \n,\n', '"",""', 'sep=,\n'])('of nothing (%j) has no cells', async (text) => {
    expect(await read(`${text} `)).toEqual({});
  });
});

describe('lines and quotation marks', () => {
  const table = { A1: 'Title', B1: 'Price', A2: 'Ramen', B2: '1' };
  test.each([
    ['CRLF', 'Title,Price\r\nRamen,1\r\n'],
    ['LF', 'Title,Price\nRamen,1\n'],
    ['CR', 'Title,Price\rRamen,1\r'],
    ['both', 'Title,Price\r\nRamen,1\n'],
    ['no last end', 'Title,Price\nRamen,1'],
    ['quotation marks everywhere', '"Title","Price"\r\n"Ramen","1"\r\n'],
    ['spaces around fields', ' Title , "Price" \nRamen\u00A0, 1'],
    ['fewer and more fields', 'Title,Price,,\nRamen,1,\n'],
  ])('%s', async (_, text) => {
    expect(await read(text)).toEqual(table);
  });

  test.each([
    ['a line break', '"Nasi\r\ngoreng",1', 'Nasi\r\ngoreng'],
    ['a delimiter', '"Nasi, goreng",1', 'Nasi, goreng'],
    ['doubled marks', '"Mie ""pedas""",1', 'Mie "pedas"'],
    ['only marks', '"""""",1', '""'],
    ['spaces', '"  Ramen ",1', '  Ramen '],
    ['a mark in a field without', 'Pizza 12",1', 'Pizza 12"'],
    ['marks in a field without', 'Mie "pedas",1', 'Mie "pedas"'],
  ])('%s inside a field', async (_, text, value) => {
    expect(await read(text)).toEqual({ A1: value, B1: '1' });
  });

  test.each([
    ['csv_unclosed_quote', 'a,b\n1,"x\n2,y\n', 2, 'B2'],
    ['csv_unclosed_quote', '"', 1, 'A1'],
    ['csv_unclosed_quote', 'a,b\n"x\r\ny",c\n1,"z""\n', 4, 'B3'],
    ['csv_unclosed_quote', 'a,b\r1,"x\r', 2, 'B2'],
    ['csv_unclosed_quote', 'sep=;\na;b\n1;"x\n', 3, 'B2'],
    ['csv_stray_quote', 'a,b\n"x" y,1\n', 2, 'A2'],
    ['csv_stray_quote', 'a,b\n1,"12" pizza"\n', 2, 'B2'],
    // Read leniently, this would lose a row.
    ['csv_stray_quote', 'a,b\n\n"Pizza 12"",45\n"Next",5\n', 3, 'A3'],
  ])('%s where nobody knows where a field ends: %j', async (code, text, line, cell) => {
    expect(await refusalOf(text)).toEqual({ code, line, cell });
  });
});

describe('the delimiter', () => {
  test.each([
    ['commas', 'Title,Price\nRamen,60000', 'Price'],
    ['semicolons, and commas in prices', 'Title;Price\nRamen;60,5\nUdon;55,5', 'Price'],
    ['semicolons, and commas in every header and price', 'Title;Price, IDR\nRamen;60,5\nUdon;55,5', 'Price, IDR'],
    ['tabs, and everything else in texts', 'Title\tPrice\tNote\na,b\t1\tc;d|e\nf;g\t2\th,i', 'Price'],
    ['bars', 'Title|Price\nRamen|60,000', 'Price'],
    ['commas, and semicolons in quoted texts', 'Title,Price,Description\n"a;b;c",1,"d;e"\n"f;g;h",2,"i;j"', 'Price'],
    ['commas below a banner', 'Menu of 2026; valid until December\n\nTitle,Price\nRamen,60000\nUdon,55000', undefined],
    ['semicolons in rows of unequal length', 'Title;Price;Note\nRamen;60,5\nUdon;55,5;hot', 'Price'],
    ['commas, and a semicolon that would tear a quoted field', 'Title; dish,Price\n"Ramen",60000', 'Price'],
    ['commas, and fewer semicolons in every row', 'Name; unit,Price,Note\nRamen; bowl,60000,x', 'Price'],
    ['semicolons around quoted line breaks', 'Title;Price\n"a, b\nc, d, e";1\n"f, g\nh";2', 'Price'],
  ])('is found: %s', async (_, text, b1) => {
    const cells = await read(text);
    expect(cells['B1']).toBe(b1);
    expect(Object.keys(cells).filter((address) => address.endsWith('2') || address.endsWith('4'))).toContain(
      b1 === undefined ? 'B4' : 'B2',
    );
  });

  test.each([
    ['sep=|\r\n', '|'],
    ['SEP=;\n', ';'],
    ['"sep=;"\r', ';'],
    ['sep=\t\n', '\t'],
    ['sep=¦\n', '¦'],
  ])('may be named: %j', async (line, delimiter) => {
    expect(await read(`${line}Title${delimiter}"Price, total; all"\n`)).toEqual({ A1: 'Title', B1: 'Price, total; all' });
  });

  test('of a text without one is any', async () => {
    expect(await read('Ramen\nUdon')).toEqual({ A1: 'Ramen', A2: 'Udon' });
  });

  test('is found below texts as long as Excel allows', async () => {
    const long = '字'.repeat(32_767);
    const rows = Array.from({ length: 10 }, () => `"${long}";1`).join('\n');
    expect((await read(`Title;Price\n${rows}`))['B11']).toBe('1');
  });
});

describe('the encoding', () => {
  const text = 'Title,Price\nCrème brûlée 🍮,60000\nラーメン,1\nกาแฟ,2\n';
  const cells = { A1: 'Title', B1: 'Price', A2: 'Crème brûlée 🍮', B2: '60000', A3: 'ラーメン', B3: '1', A4: 'กาแฟ', B4: '2' };
  test.each<TextEncoding>(['utf-8', 'utf-8 with a mark', 'utf-16le with a mark', 'utf-16be with a mark'])('%s', async (encoding) => {
    expect(await read(encodeCsv(text, encoding))).toEqual(cells);
  });

  test.each<TextEncoding>(['utf-16le', 'utf-16be'])('%s is known by its zeros', async (encoding) => {
    expect(await read(encodeCsv('Title;Price\nCrème;60,5\n', encoding))).toEqual({ A1: 'Title', B1: 'Price', A2: 'Crème', B2: '60,5' });
  });

  test.each([
    ['Windows 1252', Buffer.from('Title,Price\nCrème,1\n', 'latin1')],
    ['Shift JIS', Buffer.from('5469746c652c50726963650a83898381839c2c310a', 'hex')],
    ['UTF-8 that is cut in a letter', Buffer.from('Title,Price\nCrème brûlé').subarray(0, -1)],
    ['UTF-16 that is cut in a letter', Buffer.from('\uFEFFTitle,Price\n', 'utf16le').subarray(0, -1)],
    ['UTF-16 with half a letter', Buffer.from('\uFEFFTitle,Price\n\uD83C,1\n', 'utf16le')],
    ['half a letter in UTF-8', Buffer.from('5469746c652c50726963650aeda0bc2c310a', 'hex')],
  ])('%s is refused, never guessed', async (_, bytes) => {
    expect(await refusalOf(bytes)).toEqual({ code: 'csv_encoding' });
  });
});

describe('limits of a CSV are those of a workbook', () => {
  test.each([
    ['limit_file_bytes', { maxFileBytes: 10 }, 10, 27],
    ['limit_file_bytes', { maxReportFileBytes: 10 }, 10, 27],
    ['limit_rows', { maxRows: 2 }, 2, 3],
    ['limit_columns', { maxColumns: 1 }, 1, 2],
    ['limit_cell_characters', { maxCellCharacters: 4 }, 4, 5],
    ['limit_text_bytes', { maxInflatedBytes: 10 }, 10, 13],
  ])('%s', async (limit, limits, allowed, seen) => {
    expect(await refusalOf('Title,Price\n\nRamen,1\n,1,,,\n', limits)).toEqual({
      code: 'limit_exceeded',
      limit: { phrase: limit },
      allowed,
      seen,
    });
  });

  test('a report that comes back may be larger', async () => {
    const report = `Title,Price,klikit ID\n${'Ramen,1,7\n'.repeat(5)}`;
    expect(await outcomeOf(Buffer.from(report), { maxFileBytes: 10 })).toHaveProperty('sheets');
  });
});

describe('a hostile CSV is refused or read, and soon', () => {
  const size = 4_999_998;
  const fill = (part: string) => part.repeat(size / part.length);
  test.each([
    ['quotation marks', fill('"'), 'limit_exceeded'],
    ['quotation marks that do not close', `${fill('"')}"`, 'csv_unclosed_quote'],
    ['marks and spaces', fill('" '), 'csv_stray_quote'],
    ['fields that are closed and go on', `${fill('x').slice(1_000)},${'"a"b,'.repeat(100)}`, 'limit_exceeded'],
    ['one line', fill('x'), 'limit_exceeded'],
    ['one line of fields', fill('x,'), 'limit_exceeded'],
    ['delimiters', fill(','), 'limit_exceeded'],
    ['all delimiters', fill(',;\t|').slice(0, size), 'limit_exceeded'],
    ['line ends', fill('\n'), undefined],
    ['spaces', fill(' '), undefined],
    ['rows', fill('a\n'), 'limit_exceeded'],
    ['rows of 250 cells', fill(`${'a,'.repeat(250)}\n`), undefined],
    ['rows of 16,000 blank cells', fill(`${','.repeat(16_000)}\n`), undefined],
    ['zeros', fill('\0'), 'not_a_workbook'],
    ['zeros behind a header', `Title,Price\n${'\0'.repeat(50_000)}`, 'not_a_workbook'],
    ['zeros far behind a header', `${'Title,Price\n'.repeat(500)}${'\0'.repeat(50_000)}`, 'limit_exceeded'],
    ['byte order marks', '\uFEFF'.repeat(size / 3), undefined],
  ])('%s', async (_, text, code) => {
    const start = performance.now();
    const outcome = await outcomeOf(Buffer.from(text), { maxSeconds: 20 });
    expect(outcome instanceof Error ? outcome.code : undefined).toBe(code);
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  test('headers of an object are texts like any other', async () => {
    expect(await read('__proto__,constructor\ntoString,1\n')).toEqual(
      Object.fromEntries([
        ['A1', '__proto__'],
        ['B1', 'constructor'],
        ['A2', 'toString'],
        ['B2', '1'],
      ]),
    );
  });
});

describe('any table', () => {
  const seed = 20_261_125;
  const encodings: TextEncoding[] = ['utf-8', 'utf-8 with a mark', 'utf-16le with a mark', 'utf-16be with a mark'];
  const letters = fc.constantFrom(...Array.from('ab12é字🍜 ",;|\t\n\r\'#'));
  const field = fc.oneof(fc.string({ unit: letters, maxLength: 12 }), fc.string({ unit: 'grapheme', maxLength: 12 }));
  const style = fc.record({
    encoding: fc.constantFrom(...encodings),
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    lineEnd: fc.constantFrom('\r\n', '\n', '\r'),
    quoteAll: fc.boolean(),
  });
  const expected = (table: readonly (readonly string[])[]) =>
    table.flatMap((fields, row) =>
      fields.flatMap((value, column) => (value.trim() === '' ? [] : [{ row: row + 1, column: column + 1, value }])),
    );
  const readBack = async (bytes: Uint8Array) => {
    const { sheets } = await readWorkbook(bytes);
    return sheets[0]?.rows.flatMap(({ cells }) => cells.map(({ row, column, value }) => ({ row, column, value })));
  };

  test('is read back as it was written, whatever separates its fields and encodes its letters', async () => {
    const table = fc.array(fc.array(field, { minLength: 1, maxLength: 6 }), { maxLength: 8 });
    let read = 0;
    await fc.assert(
      fc.asyncProperty(table, style, async (rows, { encoding, ...how }) => {
        const text = `sep=${how.delimiter}${how.lineEnd}${writeCsv(rows, how)}`;
        read += expected(rows).length;
        expect(await readBack(encodeCsv(text, encoding))).toEqual(expected(rows));
      }),
      { seed, numRuns: 1_000 },
    );
    process.stdout.write(`any table: seed ${seed}, ${read} fields read back\n`);
  });

  test('with a header has its delimiter found', async () => {
    const word = fc.string({ unit: fc.constantFrom(...Array.from('abcdefgh字é')), minLength: 1, maxLength: 8 });
    const table = fc
      .integer({ min: 2, max: 6 })
      .chain((width) =>
        fc.tuple(
          fc.array(word, { minLength: width, maxLength: width }),
          fc.array(fc.array(field, { minLength: width, maxLength: width }), { maxLength: 60 }),
        ),
      );
    await fc.assert(
      fc.asyncProperty(table, style, async ([header, rows], { encoding, ...how }) => {
        expect(await readBack(encodeCsv(writeCsv([header, ...rows], how), encoding))).toEqual(expected([header, ...rows]));
      }),
      { seed, numRuns: 1_000 },
    );
  });
});

test('limits are the defaults where none are given', async () => {
  expect(await refusalOf('x'.repeat(defaultReadLimits.maxCellCharacters + 1))).toMatchObject({ code: 'limit_exceeded', seen: 32_768 });
});
