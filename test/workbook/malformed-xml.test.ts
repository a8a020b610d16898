import { describe, expect, test } from 'vitest';
import { defaultReadLimits } from '../../functions/menu-import/workbook/limits.ts';
import { inline, xlsxParts } from '../support/build-xlsx.ts';
import { buildZip } from '../support/build-zip.ts';
import { cellsOf } from '../support/cells-of.ts';
import { strictParserRefuses } from '../support/strict-parser-refuses.ts';

const head = '<worksheet><sheetData><row><c><v>1</v></c></row></sheetData>';
/** A sheet that is whole but for what comes before its end. */
const sheet = (inner: string) => `${head}${inner}</worksheet>`;
const inCell = (text: string) => `<worksheet><sheetData><row>${inline(text)}</row></sheetData></worksheet>`;

const malformed: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['nothing but space', ' \n '],
  ['nothing but a declaration', '<?xml version="1.0"?>'],
  ['nothing but text', 'Ramen'],
  ['nothing but a comment', '<!-- <worksheet/> -->'],
  ['text before the root', `x${sheet('')}`],
  ['text after the root', `${sheet('')}x`],
  ['a reference after the root', `${sheet('')}&#32;`],
  ['CDATA after the root', `${sheet('')}<![CDATA[ ]]>`],
  ['zeros after the root', `${sheet('')}\0\0\0`],
  ['two roots', `${sheet('')}<worksheet/>`],
  ['an end tag after the root', `${sheet('')}</worksheet>`],
  ['a declaration without a version', `<?xml encoding="UTF-8"?>${sheet('')}`],
  ['a declaration of another version', `<?xml version="2.0"?>${sheet('')}`],
  ['a declaration without quotes', `<?xml version=1.0?>${sheet('')}`],
  ['a declaration in the middle', sheet('<?xml version="1.0"?>')],
  ['a root without an end', head],
  ['an element without an end', sheet('<a>')],
  ['an end without an element', sheet('</a>')],
  ['ends in the wrong order', sheet('<a><b></a></b>')],
  ['ends in another case', sheet('<a></A>')],
  ['an end with another prefix', sheet('<x:a xmlns:x="urn:x"></a>')],
  ['an end with an attribute', sheet('<a></a b="c">')],
  ['an end with a slash', sheet('<a></a/>')],
  ['an end without a name', sheet('<a></>')],
  ['an end with a space before its name', sheet('<a></ a>')],
  ['a tag that is cut off by the end', `${head}</worksheet`],
  ['a tag that is cut off by another', sheet('<a <b/>')],
  ['a tag without a name', sheet('<>')],
  ['a tag with a space before its name', sheet('< a/>')],
  ['a name that begins with a digit', sheet('<1a/>')],
  ['a name that begins with a dash', sheet('<-a/>')],
  ['a name with a forbidden sign', sheet('<a$b/>')],
  ['a name with a sign beyond ASCII that no name may hold', sheet('<a×b/>')],
  ['a name with what is no character', sheet('<?a\uFFFF b?>')],
  ['a slash in the middle of a tag', sheet('<a / b="c">')],
  ['an attribute without quotes', sheet('<a b=c/>')],
  ['an attribute with one quote', sheet('<a b="c/>')],
  ['an attribute with two kinds of quotes', sheet(`<a b="c'/>`)],
  ['an attribute without a value', sheet('<a b/>')],
  ['an attribute without a value after its equal sign', sheet('<a b=/>')],
  ['an attribute without a name', sheet('<a ="c"/>')],
  ['an attribute that stands twice', sheet('<a b="c" b="c"/>')],
  ['attributes without space between', sheet('<a b="c"d="e"/>')],
  ['an attribute with a name of a digit', sheet('<a 1="c"/>')],
  ['an attribute with a tag inside', sheet('<a b="<c/>"/>')],
  ['an attribute with an entity that nobody declared', sheet('<a b="&c;"/>')],
  ['an attribute with a lone ampersand', sheet('<a b="c & d"/>')],
  ['an attribute with a control character', sheet('<a b="\u0001"/>')],
  ['an entity that nobody declared', inCell('&nbsp;')],
  ['an entity in capitals', inCell('&AMP;')],
  ['an entity without an end', inCell('&amp')],
  ['an entity without a name', inCell('&;')],
  ['an entity with a space', inCell('& amp;')],
  ['a lone ampersand', inCell('Fish & chips')],
  ['a lone ampersand at the end', inCell('Fish &')],
  ['a reference to nothing', inCell('&#0;')],
  ['a reference to a control character', inCell('&#1;')],
  ['a reference to half a character', inCell('&#xD83C;&#xDF5C;')],
  ['a reference beyond the last character', inCell('&#x110000;')],
  ['a reference beyond all numbers', inCell('&#99999999999999999999;')],
  ['a reference to what is no character', inCell('&#xFFFE;')],
  ['a reference without a number', inCell('&#;')],
  ['a reference without a hexadecimal number', inCell('&#x;')],
  ['a reference with a capital X', inCell('&#X41;')],
  ['a reference with a letter', inCell('&#4a;')],
  ['a reference with a sign', inCell('&#-65;')],
  ['a reference with a space', inCell('&#65 ;')],
  ['a zero', inCell('a\0b')],
  ['a control character', inCell('a\u0008b')],
  ['an escape character', inCell('a\u001Bb')],
  ['a control character between tags', sheet('\u0001')],
  ['a control character in CDATA', inCell('<![CDATA[\u0001]]>')],
  ['what is no character', inCell('a\uFFFEb')],
  ['the end of a CDATA outside of one', inCell('a]]>b')],
  ['the end of a CDATA after many brackets', inCell('a]]]]]>b')],
  ['a CDATA without an end', `${head}<![CDATA[x</worksheet>`],
  ['a CDATA in small letters', inCell('<![cdata[x]]>')],
  ['a CDATA in letters of both cases', inCell('<![CdATA[x]]>')],
  ['a comment without an end', `${head}<!-- x</worksheet>`],
  ['a comment with two dashes inside', sheet('<!-- a -- b -->')],
  ['a comment with three dashes at its end', sheet('<!-- a --->')],
  ['a comment of one dash', sheet('<!- a -->')],
  ['an instruction without an end', `${head}<?a b</worksheet>`],
  ['an instruction without a name', sheet('<??>')],
  ['an instruction with a space before its name', sheet('<? a?>')],
  ['a declaration of an element', sheet('<!ELEMENT a ANY>')],
  ['something declared that nobody knows', sheet('<!x>')],
];

describe('a sheet is refused that no strict parser would take, for', () => {
  test.each(malformed)('%s', async (_, xml) => {
    expect(strictParserRefuses(xml)).toBe(true);
    const parts = { ...xlsxParts({ sheets: [''] }), 'xl/worksheets/sheet1.xml': xml };
    await expect(cellsOf(buildZip(parts))).rejects.toMatchObject({ code: 'damaged_workbook' });
  });
});

describe('so is every other part that is read', () => {
  const parts = xlsxParts({
    sheets: ['<sheetData><row><c t="s" s="0"><v>0</v></c></row></sheetData>'],
    sharedStrings: '<si><t>a</t></si>',
    styles: '<cellXfs><xf/></cellXfs>',
  });
  const faults: readonly (readonly [string, (xml: string) => string])[] = [
    ['a root without an end', (xml) => xml.slice(0, xml.lastIndexOf('</'))],
    ['a last letter that is lost', (xml) => xml.slice(0, -1)],
    ['an end too many', (xml) => `${xml}</a>`],
    ['a second root', (xml) => `${xml}<a/>`],
    ['an entity that nobody declared', (xml) => xml.replace(/<\/\w+>$/, '&a;$&')],
    ['a control character', (xml) => xml.replace(/<\/\w+>$/, '\u0001$&')],
    ['an attribute that stands twice', (xml) => xml.replace(/<\/\w+>$/, '<a b="" b=""/>$&')],
    ['an attribute without quotes', (xml) => xml.replace(/<\/\w+>$/, '<a b=c/>$&')],
  ];

  test.each(Object.keys(parts).flatMap((name) => faults.map(([fault, edit]) => [name, fault, edit] as const)))(
    '%s with %s',
    async (name, _, edit) => {
      const xml = edit(String(parts[name]));
      expect(strictParserRefuses(xml)).toBe(true);
      await expect(cellsOf(buildZip({ ...parts, [name]: xml }))).rejects.toMatchObject({ code: 'damaged_workbook' });
    },
  );
});

test('a fault is seen behind all cells, and behind the last sheet', async () => {
  const rows = '<row><c><v>1</v></c></row>'.repeat(5_000);
  for (const broken of ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet3.xml']) {
    const parts = xlsxParts({ sheets: Array.from({ length: 3 }, () => `<sheetData>${rows}</sheetData>`) });
    const bytes = buildZip({ ...parts, [broken]: `${parts[broken]}&` });
    await expect(cellsOf(bytes, { ...defaultReadLimits, maxCompressionRatio: 1_000_000 })).rejects.toMatchObject({
      code: 'damaged_workbook',
    });
  }
});
