import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { inline, xlsxParts } from '../support/build-xlsx.ts';
import { type ArchiveWords, buildZip, type PartContent, type PartWords } from '../support/build-zip.ts';
import { cellsOf } from '../support/cells-of.ts';

const sheet = 'xl/worksheets/sheet1.xml';
const parts = xlsxParts({
  sheets: [`<sheetData><row><c t="s"><v>0</v></c>${inline('found')}</row></sheetData>`],
  sharedStrings: '<si><t>Ramen</t></si>',
});
const all = { A1: 'Ramen', B1: 'found' };
const eachPart = (words: PartWords) => Object.fromEntries(Object.keys(parts).map((name) => [name, words]));
const content = Buffer.from(String(parts[sheet]));

describe('an archive is read', () => {
  test.each<[string, Record<string, PartWords>, ArchiveWords?]>([
    ['that packs nothing', eachPart({ stored: true })],
    ['that packs some of it', { [sheet]: { stored: true } }],
    ['with data descriptors', eachPart({ descriptor: 'signed' })],
    ['with data descriptors without their signature', eachPart({ descriptor: 'unsigned' })],
    ['with data descriptors of what is not packed', eachPart({ descriptor: 'signed', stored: true })],
    ['with the sizes of zip64', eachPart({ zip64: true })],
    ['with the end of zip64', {}, { zip64: true }],
    ['all in zip64', eachPart({ zip64: true, descriptor: 'signed' }), { zip64: true }],
    ['with a comment', {}, { comment: 'Menu of November' }],
    ['with a comment that looks like its end', {}, { comment: `PK\u0005\u0006${'\0'.repeat(10)}` }],
    ['with comments of its parts', eachPart({ comment: 'a comment' })],
    ['with its parts packed as tightly as can be', { [sheet]: { packed: deflateRawSync(content, { level: 9 }) } }],
    ['with a part of several blocks', { [sheet]: { packed: deflateRawSync(content, { level: 0 }) } }],
  ])('%s', async (_, words, archive) => {
    expect(await cellsOf(buildZip(parts, words, archive))).toEqual(all);
  });

  test.each<[string, Record<string, PartContent>, Record<string, PartWords>?]>([
    ['with its folders', { 'xl/': '', 'xl/worksheets/': '', '_rels/': '' }],
    ['with a folder that is named like a part', { [`${sheet}/`]: '' }],
    [
      'with a part of an unknown packing that nobody asks for',
      { 'docProps/thumbnail.jpeg': 'x' },
      { 'docProps/thumbnail.jpeg': { method: 12 } },
    ],
    ['with a part of a wrong checksum that nobody asks for', { 'docProps/app.xml': 'x' }, { 'docProps/app.xml': { crc: 1 } }],
    ['with a part under a password that nobody asks for', { 'secret.bin': 'x' }, { 'secret.bin': { encrypted: true } }],
    [
      'with a name in an old code page',
      { 'menu.txt': '' },
      { 'menu.txt': { rawName: Buffer.from('6d656e81 2e747874'.replace(' ', ''), 'hex') } },
    ],
    ['with a name in UTF-8', { 'メニュー.txt': '' }],
    ['with names that lead out of it', { '../../etc/passwd': 'x', 'C:\\windows\\win.ini': 'x', '/etc/passwd': 'x' }],
    ['with a name of nothing', { '': 'x' }],
    ['with names that all objects have', { ['__proto__']: 'x', constructor: 'x', 'xl/toString': 'x' }],
  ])('%s', async (_, others, words) => {
    expect(await cellsOf(buildZip({ ...others, ...parts, ...others }, words))).toEqual(all);
  });
});

describe('an archive is refused', () => {
  test.each<[string, Record<string, PartWords>, string]>([
    ['whose part has another checksum', { [sheet]: { crc: 1 } }, 'damaged_workbook'],
    ['whose stored part has another checksum', { [sheet]: { crc: 1, stored: true } }, 'damaged_workbook'],
    ['whose part has another checksum after it', { [sheet]: { crc: 1, descriptor: 'signed' } }, 'damaged_workbook'],
    ['whose part ends early', { [sheet]: { packed: deflateRawSync(content).subarray(0, -5) } }, 'damaged_workbook'],
    ['whose part has lost its beginning', { [sheet]: { packed: deflateRawSync(content).subarray(5) } }, 'damaged_workbook'],
    ['whose part is no deflate', { [sheet]: { packed: Buffer.from('ffffffffffffffff', 'hex') } }, 'damaged_workbook'],
    ['whose part is packed into nothing', { [sheet]: { packed: new Uint8Array() } }, 'damaged_workbook'],
    ['whose part is not packed but said to be', { [sheet]: { packed: content } }, 'damaged_workbook'],
    ['whose part is packed but said not to be', { [sheet]: { packed: deflateRawSync(content), method: 0 } }, 'damaged_workbook'],
    ['whose part is said to reach beyond the end', { [sheet]: { packedSize: 1_000_000 } }, 'damaged_workbook'],
    ['whose part is packed as deflate64', { [sheet]: { method: 9 } }, 'damaged_workbook'],
    ['whose part is packed as bzip2', { [sheet]: { method: 12 } }, 'damaged_workbook'],
    ['whose part is packed as nobody knows', { [sheet]: { method: 65_535 } }, 'damaged_workbook'],
    ['whose part is under a password', { [sheet]: { encrypted: true } }, 'encrypted_workbook'],
    ['all of whose parts are under a password', eachPart({ encrypted: true }), 'encrypted_workbook'],
  ])('%s', async (_, words, code) => {
    await expect(cellsOf(buildZip(parts, words))).rejects.toMatchObject({ code });
  });

  test.each<[string, ArchiveWords, string]>([
    ['that begins with something else', { before: 'junk' }, 'not_a_workbook'],
    ['that begins with zeros', { before: new Uint8Array(100) }, 'not_a_workbook'],
    ['that is followed by something else', { after: 'junk' }, 'damaged_workbook'],
    ['that is followed by zeros', { after: new Uint8Array(100) }, 'damaged_workbook'],
    ['that claims more parts than it has', { count: 6 }, 'damaged_workbook'],
    ['that claims more parts than are allowed', { count: 65_535 }, 'limit_exceeded'],
    ['that claims fewer parts than it has', { count: 3 }, 'damaged_workbook'],
    ['that claims no parts', { count: 0 }, 'not_a_workbook'],
    ['that claims no parts, in zip64', { count: 0, zip64: true }, 'not_a_workbook'],
    ['that claims as many parts as can be told', { count: Number.MAX_SAFE_INTEGER, zip64: true }, 'limit_exceeded'],
  ])('%s', async (_, archive, code) => {
    await expect(cellsOf(buildZip(parts, {}, archive))).rejects.toMatchObject({ code });
  });

  test('to whose beginning something was added that looks like one', async () => {
    await expect(cellsOf(Buffer.concat([Buffer.from('PK\u0003\u0004'), buildZip(parts)]))).rejects.toMatchObject({
      code: 'damaged_workbook',
    });
    expect(await cellsOf(buildZip(parts, {}, { before: 'PK\u0003\u0004' }))).toEqual(all);
  });

  test('of nothing', async () => {
    await expect(cellsOf(buildZip({}))).rejects.toMatchObject({ code: 'not_a_workbook' });
  });
});
