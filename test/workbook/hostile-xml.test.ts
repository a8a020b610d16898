import { describe, expect, test } from 'vitest';
import { inline, xlsxParts } from '../support/build-xlsx.ts';
import { buildZip, type PartContent } from '../support/build-zip.ts';
import { cellsOf } from '../support/cells-of.ts';
import { printOutcomes, valuesOrRefused } from '../support/outcome-of.ts';

printOutcomes('Hostile xml');

const parts = xlsxParts({
  sheets: [`<sheetData><row><c t="s" s="0"><v>0</v></c>${inline('there')}</row></sheetData>`],
  sharedStrings: '<si><t>Ramen</t></si>',
  styles: '<cellXfs><xf/></cellXfs>',
});
const right = { Sheet1: { A1: 'Ramen', B1: 'there' } };
const names = Object.keys(parts);

describe('a DOCTYPE is refused', () => {
  const laughs = Array.from({ length: 30 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');
  const doctypes: readonly (readonly [string, string])[] = [
    ['of nothing', '<!DOCTYPE x>'],
    ['with an entity', '<!DOCTYPE x [<!ENTITY a "aaaa">]>'],
    ['with entities of entities of entities', `<!DOCTYPE x [<!ENTITY l0 "lol">${laughs}]>`],
    ['with one huge entity', `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(30_000)}">]>`],
    ['with an entity of itself', '<!DOCTYPE x [<!ENTITY a "&b;"><!ENTITY b "&a;">]>'],
    ['with a file as an entity', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'],
    ['with an address as an entity', '<!DOCTYPE x [<!ENTITY % a SYSTEM "http://127.0.0.1/x"> %a;]>'],
    ['of an address', '<!DOCTYPE x SYSTEM "http://127.0.0.1/x.dtd">'],
    ['after a declaration', '<?xml version="1.0"?>\n<!DOCTYPE x []>\n'],
    ['after a comment', '<!-- a --><!DOCTYPE x [ <!-- ]> --> <?x ]> ?> ]>'],
  ];
  const encodings: readonly (readonly [string, (xml: string) => PartContent])[] = [
    ['UTF-8', (xml) => xml],
    ['UTF-8 with a byte order mark', (xml) => `\uFEFF${xml}`],
    ['UTF-16', (xml) => Buffer.from(`\uFEFF${xml}`, 'utf16le')],
    ['UTF-16, the high byte first', (xml) => Buffer.from(`\uFEFF${xml}`, 'utf16le').swap16()],
    ['UTF-16 without a byte order mark', (xml) => Buffer.from(xml, 'utf16le')],
  ];

  describe.each(encodings)('in %s', (_, encode) => {
    test.each(doctypes)('%s, in every part that is read', async (__, doctype) => {
      for (const name of names) {
        const root = String(parts[name]).replace(/><(?!.*><)/, '>&l30;&a;<');
        await expect(cellsOf(buildZip({ ...parts, [name]: encode(doctype + root) }))).rejects.toMatchObject({ code: 'forbidden_doctype' });
      }
    });
  });

  test('but not in a part that nobody reads', async () => {
    const bytes = buildZip({ ...parts, 'docProps/app.xml': '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>' });
    expect(await cellsOf(bytes)).toEqual(right.Sheet1);
  });
});

describe('XML without measure is read, or refused as what it is, and never waited for', () => {
  const beforeEnd = (inner: string) => (xml: string) => xml.replace(/<\/[\w:]+>$/, () => `${inner}${xml.slice(xml.lastIndexOf('</'))}`);
  const inRoot = (attributes: string) => (xml: string) => xml.replace(/^<\w+/, (tag) => `${tag} ${attributes}`);
  const million = (piece: (n: number) => string) => Array.from({ length: 1_000_000 }, (_, n) => piece(n)).join('');

  const monsters: readonly (readonly [string, (xml: string) => string])[] = [
    ['elements 100,000 deep', beforeEnd('<a>'.repeat(100_000) + '</a>'.repeat(100_000))],
    ['elements 100,000 deep without an end', beforeEnd('<a>'.repeat(100_000))],
    ['its own elements 100,000 deep', (xml) => xml.replace(/^(<\w+[^>]*>).*$/, (_, root: string) => root.repeat(100_000))],
    ['a tag name of 5 MB', beforeEnd(`<${'a'.repeat(5_000_000)}/>`)],
    ['an end tag of 5 MB', beforeEnd(`<a></${'a'.repeat(5_000_000)}>`)],
    ['an attribute name of 5 MB', beforeEnd(`<a ${'a'.repeat(5_000_000)}=""/>`)],
    ['an attribute of 5 MB', inRoot(`a="${'a'.repeat(5_000_000)}"`)],
    ['an attribute of a million references', inRoot(`a="${'&amp;'.repeat(1_000_000)}"`)],
    ['an attribute without an end', (xml) => `${xml.replace(/^<\w+/, '$& a="')}${'a'.repeat(5_000_000)}`],
    ['a million attributes', inRoot(million((n) => `a${n}="" `))],
    ['a million times the same attribute', inRoot(million(() => 'a="" '))],
    ['a million elements', beforeEnd('<a/>'.repeat(1_000_000))],
    ['a million elements of different names', beforeEnd(million((n) => `<a${n}/>`))],
    ['a million lone ends', beforeEnd('</a>'.repeat(1_000_000))],
    ['a comment of 30 MB', beforeEnd(`<!--${'a'.repeat(30_000_000)}-->`)],
    ['a comment of 30 MB of almost its end', beforeEnd(`<!--${'- '.repeat(15_000_000)}-->`)],
    ['a comment of 30 MB without an end', beforeEnd(`<!--${'a'.repeat(30_000_000)}`)],
    ['an instruction of 30 MB', beforeEnd(`<?a ${'?'.repeat(30_000_000)}?>`)],
    ['a CDATA of 30 MB', beforeEnd(`<![CDATA[${']'.repeat(30_000_000)}]]>`)],
    ['a CDATA of 30 MB without an end', beforeEnd(`<![CDATA[${']'.repeat(30_000_000)}`)],
    ['a million CDATA', beforeEnd('<![CDATA[a]]>'.repeat(1_000_000))],
    ['a text of 30 MB', beforeEnd('a'.repeat(30_000_000))],
    ['a text of six million references', beforeEnd('&amp;'.repeat(6_000_000))],
    ['a reference of 30 MB', beforeEnd(`&${'a'.repeat(30_000_000)};`)],
    ['a reference of 30 MB of digits', beforeEnd(`&#${'0'.repeat(30_000_000)}65;`)],
    ['a text of a million lone ampersands', beforeEnd('&'.repeat(1_000_000))],
    ['30 MB of spaces between its elements', beforeEnd(' '.repeat(30_000_000))],
    ['30 MB of spaces in a tag', beforeEnd(`<a${' '.repeat(30_000_000)}/>`)],
    ['30 MB of line breaks', beforeEnd('\r\n'.repeat(15_000_000))],
    ['30 MB of spaces after its root', (xml) => xml + ' '.repeat(30_000_000)],
    ['30 MB of declarations', beforeEnd('<!'.repeat(15_000_000))],
    ['30 MB of a DOCTYPE', (xml) => `<!DOCTYPE x [${'<!ENTITY a "a">'.repeat(2_000_000)}]>${xml}`],
    ['30 MB of a DOCTYPE without an end', (xml) => `<!DOCTYPE x [${'['.repeat(30_000_000)}${xml}`],
  ];

  test.each(monsters)('%s', async (_, edit) => {
    for (const name of ['xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml']) {
      const bytes = buildZip({ ...parts, [name]: edit(String(parts[name])) });
      expect([right, 'refused']).toContainEqual(await valuesOrRefused(bytes, { maxCompressionRatio: 1_000_000 }));
    }
  });
});
