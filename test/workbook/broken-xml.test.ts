import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { WorkbookRefused } from '../../functions/menu-import/workbook/errors.ts';
import { readWorkbook } from '../../functions/menu-import/workbook/read-workbook.ts';
import type { Workbook } from '../../functions/menu-import/workbook/workbook.ts';
import { inline, xlsxParts } from '../support/build-xlsx.ts';
import { buildZip } from '../support/build-zip.ts';
import { strictParserRefuses } from '../support/strict-parser-refuses.ts';

const seed = 20_261_124;
const parts = xlsxParts({
  sheets: [
    `<sheetData><row r="1" spans="1:3"><c r="A1" t="s"><v>0</v></c><c s="1"><f>A9</f><v>1.5</v></c>${inline('R&amp;B<![CDATA[<]]>')}<!-- c --></row></sheetData>`,
  ],
  sharedStrings: '<si><r><t xml:space="preserve">Ra </t></r><rPh><t>x</t></rPh><r><t>m&#233;n</t></r></si>',
  styles: `<numFmts><numFmt numFmtId='164' formatCode="&quot;Rp&quot;0"/></numFmts><cellXfs><xf/><xf numFmtId='164'/></cellXfs>`,
});

const changed = (bytes: Uint8Array, position: number, change: (byte: number) => number) => {
  const copy = Buffer.from(bytes);
  copy[position] = change(copy[position] ?? 0);
  return copy;
};

/** Throws what is neither. */
async function readOrRefuse(bytes: Uint8Array): Promise<Workbook | WorkbookRefused> {
  try {
    return await readWorkbook(bytes);
  } catch (error) {
    if (error instanceof WorkbookRefused) return error;
    throw error;
  }
}

/** What XML is made of, and what it may not hold. */
const signs = ['<', '>', '/', '&', ';', '"', "'", '=', ' ', '\n', '!', '?', '-', ']', '[', ':', 'x', '\0', '\u0001', 'é', '🍜'];
const marks = ['<!--', '-->', '<![CDATA[', ']]>', '<?', '?>', '</', '/>', '&#', '&lt;'];
const pieces = fc.constantFrom(...signs, ...marks);

describe.each(Object.entries(parts))('what a strict parser refuses is refused, for %s', (name, xml) => {
  const whole = Buffer.from(xml);
  /** The XML that a strict parser refuses and we do not; `undefined` where there is nothing to complain of. */
  const wronglyTaken = async (bytes: Uint8Array): Promise<string | undefined> => {
    const text = new TextDecoder().decode(bytes);
    const outcome = await readOrRefuse(buildZip({ ...parts, [name]: bytes }));
    return strictParserRefuses(text) && !(outcome instanceof WorkbookRefused) ? text : undefined;
  };

  test('whatever byte is inverted', async () => {
    for (let position = 0; position < whole.length; position += 1) {
      const bytes = changed(whole, position, (byte) => byte ^ 0xff);
      expect(await wronglyTaken(bytes)).toBeUndefined();
    }
  });

  test('whatever bit is flipped', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(7), async (position, bit) => {
        const bytes = changed(whole, position, (byte) => byte ^ (1 << bit));
        expect(await wronglyTaken(bytes)).toBeUndefined();
      }),
      { seed, numRuns: 500 },
    );
  });

  test('whatever is put in and left out', async () => {
    const edit = fc.tuple(fc.nat(whole.length), fc.nat(3), pieces);
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
        let bytes = whole;
        for (const [position, lost, piece] of edits) {
          bytes = Buffer.concat([bytes.subarray(0, position), Buffer.from(piece), bytes.subarray(position + lost)]);
        }
        expect(await wronglyTaken(bytes)).toBeUndefined();
      }),
      { seed, numRuns: 700 },
    );
  });
});
