import { describe, expect, test } from 'vitest';
import { editPart, inline, xlsxParts } from '../support/build-xlsx.ts';
import { buildZip } from '../support/build-zip.ts';
import { cellsOf } from '../support/cells-of.ts';

const parts = xlsxParts({
  sheets: [`<sheetData><row><c t="s"><v>0</v></c><c s="1"><v>46350</v></c>${inline('found')}</row></sheetData>`],
  sharedStrings: '<si><t>Ramen</t></si>',
  styles: '<cellXfs><xf/><xf numFmtId="14"/></cellXfs>',
});
const all = { A1: 'Ramen', B1: 'date 2026-11-24', C1: 'found' };
const relations = 'xl/_rels/workbook.xml.rels';
const renamed = (name: (old: string) => string, from: Readonly<Record<string, string>> = parts) =>
  Object.fromEntries(Object.entries(from).map(([old, content]) => [name(old), content]));

describe('the parts of a workbook are found', () => {
  test.each([
    '/xl/worksheets/sheet1.xml',
    './worksheets/sheet1.xml',
    '../xl/worksheets/sheet1.xml',
    'worksheets/../worksheets/./sheet1.xml',
  ])('at the path %s', async (path) => {
    expect(await cellsOf(buildZip(editPart(parts, relations, (xml) => xml.replace('worksheets/sheet1.xml', path))))).toEqual(all);
  });

  test.each([
    ['worksheets\\sheet1.xml', 'xl/worksheets/sheet1.xml'],
    ['\\xl\\worksheets\\sheet1.xml', 'xl/worksheets/sheet1.xml'],
    ['WORKSHEETS/Sheet1.XML', 'xl/worksheets/sheet1.xml'],
    ['worksheets/menu%20%26%20drinks.xml', 'xl/worksheets/menu & drinks.xml'],
    ['worksheets/menu%20one.xml', 'xl/worksheets/menu%20one.xml'],
    ['worksheets/100%.xml', 'xl/worksheets/100%.xml'],
    ['worksheets/%E8%8F%9C%E5%8D%95.xml', 'xl/worksheets/菜单.xml'],
    ['worksheets/菜单.xml', 'xl/worksheets/菜单.xml'],
    ['worksheets/a&amp;b.xml', 'xl/worksheets/a&b.xml'],
    ['menu', 'xl/menu'],
    ['../Menu.XML', 'Menu.XML'],
    ['../elsewhere/sheet.xml', '/elsewhere/sheet.xml'],
  ])('under the name %s', async (target, name) => {
    const edited = editPart(parts, relations, (xml) => xml.replace('worksheets/sheet1.xml', target));
    expect(await cellsOf(buildZip(renamed((old) => (old === 'xl/worksheets/sheet1.xml' ? name : old), edited)))).toEqual(all);
  });

  test.each(['menu/', 'a/b/c/', ''])('in the folder "%s"', async (folder) => {
    const edited = editPart(parts, '_rels/.rels', (xml) => xml.replace('xl/workbook.xml', `${folder}workbook.xml`));
    expect(await cellsOf(buildZip(renamed((old) => old.replace(/^xl\//, folder), edited)))).toEqual(all);
  });

  test('under another name than workbook.xml', async () => {
    const edited = editPart(parts, '_rels/.rels', (xml) => xml.replace('workbook.xml', 'book 1.xml'));
    expect(await cellsOf(buildZip(renamed((old) => old.replace('workbook.xml', 'book 1.xml'), edited)))).toEqual(all);
  });

  test.each([
    ['with slashes before', (name: string) => `/${name}`],
    ['with backslashes', (name: string) => name.replaceAll('/', '\\')],
    ['in capitals', (name: string) => name.toUpperCase()],
  ])('where the archive names all of them %s', async (_, name) => {
    expect(await cellsOf(buildZip(renamed(name)))).toEqual(all);
  });

  test('in whatever order the archive holds them', async () => {
    expect(await cellsOf(buildZip(Object.fromEntries(Object.entries(parts).toReversed())))).toEqual(all);
  });

  test.each(['_rels/.rels', relations])('at their usual places where %s is missing', async (missing) => {
    expect(await cellsOf(buildZip(Object.fromEntries(Object.entries(parts).filter(([name]) => name !== missing))))).toEqual(all);
  });

  test('at their usual places where a sheet names a relationship that is not there', async () => {
    expect(await cellsOf(buildZip(editPart(parts, 'xl/workbook.xml', (xml) => xml.replace('rId1', 'rId77'))))).toEqual(all);
  });

  test.each([
    [
      'is there',
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    ],
    ['is empty', ''],
    ['is wrong', '<Types><Override PartName="/xl/worksheets/sheet1.xml" ContentType="image/png"/></Types>'],
    ['is no XML', '<!DOCTYPE Types><Types'],
  ])('whether the list of content types is missing or %s', async (_, types) => {
    expect(await cellsOf(buildZip({ '[Content_Types].xml': types, ...parts }))).toEqual(all);
  });
});

describe('relationships that lead elsewhere', () => {
  const added = (relation: string) => editPart(parts, relations, (xml) => xml.replace('<Relationship ', `${relation}<Relationship `));

  test.each([
    ['out of the workbook', '<Relationship Id="rId1" Type="x/worksheet" Target="https://example.com/sheet.xml" TargetMode="External"/>'],
    ['to texts that are not there', '<Relationship Id="rId90" Type="x/sharedStrings" Target="nowhere.xml"/>'],
    ['to styles that are not there', '<Relationship Id="rId91" Type="x/styles" Target="/nowhere/styles.xml"/>'],
    ['without a target', '<Relationship Id="rId92" Type="x/worksheet"/>'],
    ['without a name', '<Relationship Type="x/worksheet" Target="worksheets/sheet9.xml"/>'],
    ['without a type', '<Relationship Id="rId93" Target="worksheets/sheet9.xml"/>'],
  ])('%s change nothing', async (_, relation) => {
    expect(await cellsOf(buildZip(added(relation)))).toEqual(all);
  });

  test.each(['../../../etc/passwd', '/etc/passwd', '..\\..\\windows\\win.ini', 'file:///etc/passwd', 'worksheets/sheet2.xml', ''])(
    'to the sheet %s are refused',
    async (target) => {
      const edited = editPart(parts, relations, (xml) => xml.replace('worksheets/sheet1.xml', target));
      await expect(cellsOf(buildZip(edited))).rejects.toMatchObject({ code: 'damaged_workbook' });
    },
  );

  test('to a workbook that is none are refused', async () => {
    const edited = editPart(parts, '_rels/.rels', (xml) => xml.replace('xl/workbook.xml', 'xl/styles.xml'));
    await expect(cellsOf(buildZip(edited))).rejects.toMatchObject({ code: 'not_a_workbook' });
  });
});
