import { describe, expect, test } from 'vitest';
import { readWorkbook } from '../../functions/menu-import/workbook/read-workbook.ts';
import { readWorkbookInWorker } from '../../functions/menu-import/workbook/read-workbook-in-worker.ts';
import { inline, oneSheet, xlsxParts } from '../support/build-xlsx.ts';
import { buildZip } from '../support/build-zip.ts';
import { cellsOf } from '../support/cells-of.ts';

describe('names that all objects have are names like others', () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__', 'prototype'];

  test.each(names)('%s as a header, as a sheet, as a text', async (name) => {
    const parts = xlsxParts({
      sheets: [
        `<sheetData><row>${inline(name)}<c t="s"><v>0</v></c><c t="${name}"><v>5</v></c><c s="${name}"><v>6</v></c></row></sheetData>`,
      ],
      sharedStrings: `<si><t>${name}</t></si>`,
      styles: `<numFmts><numFmt numFmtId="${name}" formatCode="${name}"/></numFmts><cellXfs><xf/><xf numFmtId="${name}"/></cellXfs>`,
    });
    parts['xl/workbook.xml'] = String(parts['xl/workbook.xml']).replace('Sheet1', name).replace('rId1', name);
    parts['xl/_rels/workbook.xml.rels'] = String(parts['xl/_rels/workbook.xml.rels']).replace('rId1', name);
    for (const read of [readWorkbook, readWorkbookInWorker]) {
      const { sheets } = await read(buildZip(parts));
      expect(sheets.map((sheet) => [sheet.name, sheet.rows[0]?.cells.map(({ value }) => value)])).toEqual([[name, [name, name, 5, 6]]]);
    }
  });

  test.each(names)('%s as an attribute and as an element', async (name) => {
    const rows = `<row ${name}="9" r="1"><${name}/><c ${name}="9" r="A1"><${name}>9</${name}><v ${name}="9">1</v></c></row>`;
    expect(await cellsOf(oneSheet(rows, { before: `<${name} r="9"/>`, workbookPr: `${name}="1"` }))).toEqual({ A1: 1 });
  });
});
