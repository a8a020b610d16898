import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { WorkbookRefused } from '../../functions/menu-import/workbook/errors.ts';
import { readWorkbook } from '../../functions/menu-import/workbook/read-workbook.ts';
import { inline, xlsxParts } from '../support/build-xlsx.ts';
import { buildZip, type PartWords } from '../support/build-zip.ts';
import { sheetValues } from '../support/sheet-values.ts';

const seed = 20_261_124;

const words = (title: string, price: number) => ({
  sheets: [
    `<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>${price}</v></c>${inline(title)}</row></sheetData>`,
    `<sheetData><row><c t="b"><v>1</v></c><c t="str"><f>A1</f><v>${title}</v></c></row></sheetData>`,
  ],
  sharedStrings: `<si><t>${title}</t></si>`,
});
const parts = xlsxParts(words('Ramen', 60_000));
const contentOf = (title: string, price: number) => ({ Sheet1: { A1: title, B1: price, C1: title }, Sheet2: { A1: true, B1: title } });
const right = contentOf('Ramen', 60_000);
/** The same where the part of shared texts was lost. */
const withLostText = ({ Sheet1, Sheet2 }: typeof right) => ({ Sheet1: { ...Sheet1, A1: '#REF!' }, Sheet2 });
const eachPart = (part: PartWords) => Object.fromEntries(Object.keys(parts).map((name) => [name, part]));
const archives: readonly (readonly [string, Uint8Array])[] = [
  ['that is packed', buildZip(parts)],
  ['that is stored', buildZip(parts, eachPart({ stored: true }))],
  ['with data descriptors, in zip64', buildZip(parts, eachPart({ descriptor: 'signed', zip64: true }), { zip64: true })],
];

/** What the file holds, or that it is refused. Throws what is neither. */
async function outcomeOf(bytes: Uint8Array): Promise<Record<string, Record<string, unknown>> | string> {
  try {
    return sheetValues(await readWorkbook(bytes));
  } catch (error) {
    if (error instanceof WorkbookRefused) return 'refused';
    throw error;
  }
}

/** No value is wrong: at most the part of shared texts was lost, which is seen. */
const refusedOrRight = ['refused', right, withLostText(right)];

const changed = (bytes: Uint8Array, position: number, change: (byte: number) => number) => {
  const copy = Uint8Array.from(bytes);
  copy[position] = change(copy[position] ?? 0);
  return copy;
};

describe.each(archives)('an archive %s', (_, whole) => {
  test('is read', async () => {
    expect(await outcomeOf(whole)).toEqual(right);
  });

  test('that is cut off anywhere is refused', async () => {
    // Before its fourth byte nobody can tell that it was to be an archive.
    for (let length = 4; length < whole.length; length += 1) {
      expect(await outcomeOf(whole.subarray(0, length))).toBe('refused');
    }
  });

  test('with any of its bytes inverted is refused, or read rightly', async () => {
    for (let position = 0; position < whole.length; position += 1) {
      expect(refusedOrRight).toContainEqual(await outcomeOf(changed(whole, position, (byte) => byte ^ 0xff)));
    }
  });

  test('with any of its bits flipped is refused, or read rightly', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(7), async (position, bit) => {
        expect(refusedOrRight).toContainEqual(await outcomeOf(changed(whole, position, (byte) => byte ^ (1 << bit))));
      }),
      { seed, numRuns: 1_000 },
    );
  });

  test('with any range of it overwritten is refused, or read rightly', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.uint8Array({ minLength: 1, maxLength: 64 }), async (position, junk) => {
        const copy = Uint8Array.from(whole);
        copy.set(junk.subarray(0, whole.length - position), position);
        expect(refusedOrRight).toContainEqual(await outcomeOf(copy));
      }),
      { seed, numRuns: 500 },
    );
  });

  test('with any range of it lost or doubled is refused, or read rightly', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), fc.nat(whole.length), async (from, to) => {
        expect(refusedOrRight).toContainEqual(await outcomeOf(Buffer.concat([whole.subarray(0, from), whole.subarray(to)])));
      }),
      { seed, numRuns: 1_000 },
    );
  });
});

test('two archives cut and joined are one of them, or refused', async () => {
  const stored = eachPart({ stored: true });
  const others = xlsxParts(words('Laksa', 45_000));
  const other = contentOf('Laksa', 45_000);
  const refusedOrEither = [...refusedOrRight, other, withLostText(other)];
  const pairs = [
    [buildZip(parts), buildZip(others)],
    [buildZip(parts, stored), buildZip(others, stored)],
  ] as const;
  for (const [one, second] of pairs) {
    for (let cut = 0; cut <= Math.min(one.length, second.length); cut += 1) {
      expect(refusedOrEither).toContainEqual(await outcomeOf(Buffer.concat([one.subarray(0, cut), second.subarray(cut)])));
    }
    await fc.assert(
      fc.asyncProperty(fc.nat(one.length), fc.nat(second.length), async (end, start) => {
        expect(refusedOrEither).toContainEqual(await outcomeOf(Buffer.concat([one.subarray(0, end), second.subarray(start)])));
      }),
      { seed, numRuns: 1_000 },
    );
  }
});
