import { describe, expect, test } from 'vitest';
import { inline, oneSheet } from '../support/build-xlsx.ts';
import { cellsOf } from '../support/cells-of.ts';

/** What A1 says where its text is shared, and where it is in the cell: always the same. */
async function shown(text: string): Promise<unknown> {
  const shared = await cellsOf(oneSheet('<row><c t="s"><v>0</v></c></row>', { sharedStrings: `<si>${text}</si>` }));
  const inCell = await cellsOf(oneSheet(`<row><c t="inlineStr"><is>${text}</is></c></row>`));
  expect(inCell).toEqual(shared);
  return shared['A1'];
}

describe('rich text', () => {
  test.each([
    ['of one run', '<r><t>Ramen</t></r>', 'Ramen'],
    ['of several', '<r><rPr><b/><rFont val="Arial"/></rPr><t>Ra</t></r><r><t>men</t></r>', 'Ramen'],
    ['with blanks between runs', '<r><t>Spicy</t></r><r><t xml:space="preserve"> </t></r><r><t>Ramen</t></r>', 'Spicy Ramen'],
    ['with runs that are empty', '<r><t/></r><r/><r><t>Ramen</t></r><r><rPr/></r>', 'Ramen'],
    ['with runs on lines of their own', '\n  <r>\n    <t>Ra</t>\n  </r>\n  <r>\n    <t>men</t>\n  </r>\n', 'Ramen'],
    ['beside plain text', '<t>Ra</t><r><t>men</t></r>', 'Ramen'],
    ['with a line break', '<r><t>Ramen&#10;</t></r><r><t>large\nbowl</t></r>', 'Ramen\nlarge\nbowl'],
  ])('%s is joined', async (_, text, expected) => {
    expect(await shown(text)).toBe(expected);
  });
});

describe('phonetic text', () => {
  test.each([
    ['after the text', '<t>課長</t><rPh sb="0" eb="2"><t>カチョウ</t></rPh>'],
    ['before it', '<rPh sb="0" eb="2"><t>カチョウ</t></rPh><t>課長</t>'],
    ['between runs', '<r><t>課</t></r><rPh sb="0" eb="1"><t>カ</t></rPh><r><t>長</t></r><rPh sb="1" eb="2"><t>チョウ</t></rPh>'],
    ['with its settings', '<t>課長</t><rPh sb="0" eb="2"><t>カチョウ</t></rPh><phoneticPr fontId="1" type="Hiragana"/>'],
    ['in CDATA', '<t>課長</t><rPh sb="0" eb="2"><t><![CDATA[カチョウ]]></t></rPh>'],
    ['that is empty', '<t>課長</t><rPh sb="0" eb="2"/><rPh sb="0" eb="2"><t/></rPh>'],
  ])('%s is left out', async (_, text) => {
    expect(await shown(text)).toBe('課長');
  });
});

describe('references', () => {
  test.each([
    ['decimal', '&#65;&#233;&#12521;', 'Aéラ'],
    ['hexadecimal, in both cases', '&#x41;&#xe9;&#xE9;&#x30E9;', 'Aééラ'],
    ['beyond the first 65,536 characters', '&#127836;&#x1F35C;', '🍜🍜'],
    ['up to the last character', '&#x10FFFD;', '\u{10FFFD}'],
    ['with zeros before', '&#00000065;&#x00000041;', 'AA'],
    ['by name', '&lt;&gt;&amp;&quot;&apos;', '<>&"\''],
    ['of references', '&amp;lt;&amp;#65;', '&lt;&#65;'],
    ['to line breaks and tabs', 'a&#13;&#10;b&#9;c', 'a\r\nb\tc'],
  ])('%s are resolved', async (_, text, expected) => {
    expect(await shown(`<t>${text}</t>`)).toBe(expected);
  });
});

describe('text', () => {
  test.each([
    ['in CDATA', '<![CDATA[a < b & c]]>', 'a < b & c'],
    ['in several CDATA', '<![CDATA[Ra]]><![CDATA[]]><![CDATA[men]]>', 'Ramen'],
    ['around CDATA', 'Ra<![CDATA[m]]>en', 'Ramen'],
    ['in CDATA with what looks like its end', '<![CDATA[a]]b]>c]]]>', 'a]]b]>c]'],
    ['in CDATA with what looks like a reference', '<![CDATA[&amp;&#65;]]>', '&amp;&#65;'],
    ['around a comment', 'Ra<!-- not <t>this</t> & that -->men', 'Ramen'],
    ['around an instruction', 'Ra<?not this?>men', 'Ramen'],
    ['with brackets', '[a]]b] > c', '[a]]b] > c'],
    ['with line breaks of Windows and of old Macs', 'a\r\nb\rc\n\rd', 'a\nb\nc\n\nd'],
    ['with letters of two, three and four bytes', 'é ラ 🍜 ไทย العربية', 'é ラ 🍜 ไทย العربية'],
    ['joined of several emoji', '👨‍👩‍👧‍👦🇮🇩', '👨‍👩‍👧‍👦🇮🇩'],
    ['with letters that are composed', 'e\u0301', 'e\u0301'],
    ['with quotes', `it's "hot"`, `it's "hot"`],
    ['that looks like a number', '007', '007'],
    ['that looks like a formula', '=1+1', '=1+1'],
    ['that begins with a byte order mark', '\uFEFFRamen', '\uFEFFRamen'],
  ])('%s is what it says', async (_, text, expected) => {
    expect(await shown(`<t>${text}</t>`)).toBe(expected);
  });

  test.each([
    ['that it is to be kept', '<t xml:space="preserve"> Ramen \n</t>'],
    ['nothing of it', '<t> Ramen \n</t>'],
    ['the default', '<t xml:space="default"> Ramen \n</t>'],
  ])('keeps the space around it where the file says %s', async (_, text) => {
    expect(await shown(text)).toBe(' Ramen \n');
  });
});

describe('escapes of characters that XML cannot hold', () => {
  test.each([
    ['a carriage return', 'a_x000D_b', 'a\rb'],
    ['in small letters', 'a_x000d_b', 'a\rb'],
    ['a line break of Windows', 'a_x000D_\nb', 'a\r\nb'],
    ['two in a row', '_x0041__x0042_', 'AB'],
    ['two that share no underscore', '_x0041_x0042_', 'Ax0042_'],
    ['an escaped escape', '_x005F_x000D_', '_x000D_'],
    ['an escaped escape of an escape', '_x005F_x005F_', '_x005F_'],
    ['half characters that are one', '_xD83C__xDF5C_', '🍜'],
    ['nothing', 'a_x0000_b', 'a\u0000b'],
    ['none: a capital X', '_X000D_', '_X000D_'],
    ['none: three digits', '_x00D_', '_x00D_'],
    ['none: five digits', '_x0000D_', '_x0000D_'],
    ['none: no digits', '_x000G_', '_x000G_'],
    ['none: no end', '_x000D', '_x000D'],
    ['in CDATA', '<![CDATA[a_x000D_b]]>', 'a\rb'],
    ['written with references', '_&#x78;000D_', '\r'],
  ])('%s', async (_, text, expected) => {
    expect(await shown(`<t>a${text}</t>`)).toBe(`a${expected}`);
  });
});

test('the text of a formula has its escapes resolved as well', async () => {
  const cells = '<row><c t="str"><f>A9</f><v>a_x000D_&lt;<![CDATA[<]]></v></c></row>';
  expect(await cellsOf(oneSheet(cells))).toEqual({ A1: 'a\r<<' });
});

test('an inline text counts, whatever value stands beside it', async () => {
  const cells = '<row><c t="inlineStr"><v>9</v><is><t>first</t></is></c><c t="inlineStr"><is><t>second</t></is><v>9</v></c></row>';
  expect(await cellsOf(oneSheet(cells))).toEqual({ A1: 'first', B1: 'second' });
});

test('an inline text that is empty leaves its cell blank', async () => {
  const cells = `<row><c t="inlineStr"/><c t="inlineStr"><is/></c><c t="inlineStr"><is><t/></is></c>${inline('')}${inline('there')}</row>`;
  expect(await cellsOf(oneSheet(cells))).toEqual({ E1: 'there' });
});
