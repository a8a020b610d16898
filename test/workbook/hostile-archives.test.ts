import { createHash } from 'node:crypto';
import { constants, deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { editPart, xlsxParts } from '../support/build-xlsx.ts';
import { buildZip, type PartWords } from '../support/build-zip.ts';
import { cellsOf } from '../support/cells-of.ts';
import { outcomeOf, printOutcomes } from '../support/outcome-of.ts';

printOutcomes('Hostile archives');

const megabyte = 1_000_000;
const sheet = 'xl/worksheets/sheet1.xml';
const parts = xlsxParts({ sheets: ['<sheetData><row><c><v>1</v></c></row></sheetData>'] });

/** Packed content in two pieces, of which the second unpacks to itself again and again. */
function packed(start: string, repeated: Buffer, times: number): Buffer {
  const pack = (content: string | Buffer) => deflateRawSync(content, { finishFlush: constants.Z_FULL_FLUSH });
  const block = pack(repeated);
  return Buffer.concat([pack(start), ...Array.from({ length: times }, () => block), deflateRawSync('')]);
}

const spaces = Buffer.alloc(megabyte, ' ');
/** Letters and spaces that pack to a sixtieth, which is nothing remarkable. */
const letters = createHash('shake256', { outputLength: 12_000 }).update('menu').digest('hex');
const modest = Buffer.from(letters.padEnd(megabyte));

const limitOf = (limit: string) => ({ code: 'limit_exceeded', details: { limit: { phrase: limit }, seen: expect.any(Number) } });
const unpacked = 'limit_unpacked_bytes';

describe('a bomb of a gigabyte', () => {
  const gigabyte = packed('<worksheet>', spaces, 1_000);
  test.each<[string, string, PartWords]>([
    ['that says what it is', sheet, { size: 1_000 * megabyte }],
    ['that says it is small', sheet, { size: 100 }],
    ['that says it is nothing', sheet, { size: 0 }],
    ['that says its sizes after it', sheet, { size: 100, descriptor: 'signed' }],
    ['that says its sizes in zip64', sheet, { size: 100, zip64: true }],
    ['as the workbook', 'xl/workbook.xml', {}],
    ['as the relationships of the archive', '_rels/.rels', {}],
    ['as the relationships of the workbook', 'xl/_rels/workbook.xml.rels', {}],
    ['as the texts', 'xl/sharedStrings.xml', {}],
    ['as the styles', 'xl/styles.xml', {}],
  ])('%s is refused', async (_, name, words) => {
    const outcome = await outcomeOf(buildZip({ ...parts, [name]: '' }, { [name]: { ...words, packed: gigabyte } }));
    expect(outcome).toMatchObject(limitOf(unpacked));
  });

  test.each(['xl/media/image1.png', 'xl/worksheets/sheet2.xml', 'xl/vbaProject.bin', '[Content_Types].xml', 'docProps/app.xml'])(
    'in %s, which nobody asks for, does not matter',
    async (name) => {
      const outcome = await outcomeOf(buildZip({ ...parts, [name]: '' }, { [name]: { packed: gigabyte, size: 1_000 * megabyte } }));
      expect(outcome).toMatchObject({ sheets: [{ name: 'Sheet1' }] });
    },
  );
});

describe('many parts that are harmless one by one', () => {
  const listed = (count: number) => {
    const names = Array.from({ length: count }, (_, n) => `xl/worksheets/sheet${n + 1}.xml`);
    const edited = editPart(
      editPart(parts, 'xl/workbook.xml', (xml) =>
        xml.replace(/<sheets>.*<\/sheets>/, `<sheets>${names.map((_, n) => `<sheet name="S${n}" r:id="r${n}"/>`).join('')}</sheets>`),
      ),
      'xl/_rels/workbook.xml.rels',
      (xml) =>
        xml.replace(
          /<Rel.*>/,
          `<x>${names.map((name, n) => `<Relationship Id="r${n}" Type="a/worksheet" Target="/${name}"/>`).join('')}</x>`,
        ),
    );
    return { names, edited };
  };

  test('are too much together', async () => {
    const { names, edited } = listed(900);
    const blank = `<worksheet>${' '.repeat(90_000)}</worksheet>`;
    const outcome = await outcomeOf(buildZip({ ...edited, ...Object.fromEntries(names.map((name) => [name, blank])) }));
    expect(outcome).toMatchObject(limitOf(unpacked));
  });

  test('are too much together where all of them are the same bytes', async () => {
    const { names, edited } = listed(900);
    const blank = `<worksheet>${' '.repeat(90_000)}</worksheet>`;
    const words = Object.fromEntries(names.slice(1).map((name) => [name, { sameAs: sheet }]));
    const bytes = buildZip({ ...edited, ...Object.fromEntries(names.map((name) => [name, blank])) }, words);
    expect(bytes.length).toBeLessThan(200_000);
    expect(await outcomeOf(bytes)).toMatchObject(limitOf(unpacked));
  });

  test('are read where they are few, even if they are the same bytes', async () => {
    const { names, edited } = listed(3);
    const words = Object.fromEntries(names.slice(1).map((name) => [name, { sameAs: sheet }]));
    const outcome = await outcomeOf(
      buildZip({ ...edited, ...Object.fromEntries(names.map((name) => [name, String(parts[sheet])])) }, words),
    );
    expect(outcome).toMatchObject({ sheets: [{ name: 'S0' }, { name: 'S1' }, { name: 'S2' }] });
  });

  test('unpack to no more than is allowed, though none of them unpacks far', async () => {
    const bytes = buildZip(parts, { [sheet]: { packed: packed('<worksheet>', modest, 70) } });
    expect(bytes.length).toBeLessThan(2 * megabyte);
    expect(await outcomeOf(bytes)).toMatchObject(limitOf(unpacked));
  });
});

describe('parts without number', () => {
  const names = Array.from({ length: 60_000 }, (_, n) => `xl/${n}`);
  const many = Object.fromEntries(names.map((name) => [name, '']));
  // Of one place in the archive, or the file would be too large for that alone.
  const words = Object.fromEntries(names.map((name) => [name, { sameAs: sheet, stored: true }]));

  test.each([
    ['are too many', {}],
    ['are too many in zip64', { zip64: true }],
    ['are too many where they say they are a thousand', { count: 1_001 }],
  ])('%s', async (_, archive) => {
    expect(await outcomeOf(buildZip({ ...parts, ...many }, words, archive))).toMatchObject(limitOf('limit_parts'));
  });

  test('are not looked at where they say they are few', async () => {
    expect(await cellsOf(buildZip({ ...parts, ...many }, words, { count: Object.keys(parts).length }))).toEqual({ A1: 1 });
  });
});

describe('sizes that are a lie', () => {
  test.each<[string, PartWords]>([
    ['a content of nothing', { size: 0 }],
    ['a content of four gigabytes', { size: 0xffff_fffe }],
    ['a content of petabytes', { size: Number.MAX_SAFE_INTEGER, zip64: true }],
    ['a content of more after it', { size: 5_000, descriptor: 'signed' }],
  ])('%s does not matter', async (_, words) => {
    expect(await cellsOf(buildZip(parts, { [sheet]: words }))).toEqual({ A1: 1 });
  });

  test.each<[string, PartWords]>([
    ['of nothing', { packedSize: 0 }],
    ['of one byte', { packedSize: 1 }],
    ['of four gigabytes', { packedSize: 0xffff_fffe }],
    ['of petabytes', { packedSize: Number.MAX_SAFE_INTEGER, zip64: true }],
    ['of one byte, stored', { packedSize: 1, stored: true }],
    ['of four gigabytes, stored', { packedSize: 0xffff_fffe, stored: true }],
  ])('a packed content %s is refused', async (_, words) => {
    await expect(cellsOf(buildZip(parts, { [sheet]: words }))).rejects.toMatchObject({ code: 'damaged_workbook' });
  });

  test('a packed content that reaches into the next part is read as far as it goes', async () => {
    const packedSize = deflateRawSync(Buffer.from(String(parts[sheet]))).length + 40;
    const bytes = buildZip({ ...parts, 'docProps/app.xml': 'x'.repeat(500) }, { [sheet]: { packedSize } });
    expect(await cellsOf(bytes)).toEqual({ A1: 1 });
  });
});
