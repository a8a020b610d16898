import { columnLetter } from '../../../functions/menu-import/workbook/column-letter.ts';
import { escapeXml } from '../escape-xml.ts';
import { cellStyles, type MenuCell } from '../menu-cell.ts';
import { StringTable } from '../string-table.ts';
import { contentTypes, mainNamespace, packageRelationships, relationshipsNamespace, workbookRelationships } from './fixed-parts.ts';
import { libreofficeStyles } from './libreoffice-styles.ts';
import type { Shape } from './shape.ts';
import { trimmedDigits } from './trimmed-digits.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * As LibreOffice writes: every attribute of each row, a style and a type on each cell, `xml:space` on each text, line
 * breaks as references, formulas in full, and a boolean that it has read from a workbook as a formula. Its texts are
 * always shared.
 */
export const libreOffice: Shape = {
  name: 'LibreOffice',
  sizesFollow: true,
  numberText: (value) => trimmedDigits(value, 15),
  parts(rows) {
    const table = new StringTable();
    const sheet = sheetPart(rows, table);
    const writing = { declaration, sheetTarget: 'worksheets/sheet1.xml', hasSharedStrings: true };
    return [
      ['_rels/.rels', packageRelationships(writing)],
      ['xl/workbook.xml', workbookPart],
      ['xl/styles.xml', libreofficeStyles],
      ['xl/worksheets/sheet1.xml', sheet],
      ['xl/_rels/workbook.xml.rels', workbookRelationships(writing)],
      ['xl/sharedStrings.xml', sharedStringsPart(table)],
      ['[Content_Types].xml', contentTypes(writing)],
    ];
  },
};

function sheetPart(rows: readonly (readonly MenuCell[])[], table: StringTable): string {
  const width = rows[0]?.length ?? 0;
  const written = rows.map((cells, position) => {
    const row = position + 1;
    const inside = cells.map((cell, column) => writeCell(cell, `${columnLetter(column + 1)}${row}`, table)).join('');
    return `<row r="${row}" customFormat="false" ht="15" hidden="false" customHeight="false" outlineLevel="0" collapsed="false">${inside}</row>`;
  });
  return (
    `${declaration}<worksheet xmlns="${mainNamespace}" xmlns:r="${relationshipsNamespace}"><sheetPr filterMode="false"><pageSetUpPr fitToPage="false"/></sheetPr>` +
    `<dimension ref="A1:${columnLetter(width)}${rows.length}"/><sheetViews><sheetView showFormulas="false" showGridLines="true" tabSelected="true" view="normal" ` +
    'workbookViewId="0"/></sheetViews><sheetFormatPr defaultColWidth="8.5390625" defaultRowHeight="15" zeroHeight="false" outlineLevelRow="0" outlineLevelCol="0">' +
    `</sheetFormatPr><sheetData>${written.join('')}</sheetData><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.511" footer="0.511"/></worksheet>`
  );
}

function writeCell({ value, style, formula }: MenuCell, address: string, table: StringTable): string {
  const place = `r="${address}" s="${cellStyles.indexOf(style)}"`;
  if (value === undefined) return style === 'general' ? '' : `<c ${place}/>`;
  if (typeof value === 'boolean') return `<c ${place} t="b"><f aca="false">${value ? 'TRUE' : 'FALSE'}()</f><v>${value ? 1 : 0}</v></c>`;
  if (typeof value === 'string') return `<c ${place} t="s"><v>${table.add(value)}</v></c>`;
  const formulaElement = formula === undefined ? '' : `<f aca="false">${escapeXml(formula)}</f>`;
  return `<c ${place} t="n">${formulaElement}<v>${libreOffice.numberText(value)}</v></c>`;
}

function sharedStringsPart({ texts, uses }: StringTable): string {
  const each = texts.map((text) => `<si><t xml:space="preserve">${escapeText(text)}</t></si>`);
  return `${declaration}<sst xmlns="${mainNamespace}" count="${uses}" uniqueCount="${texts.length}">${each.join('')}</sst>`;
}

/** More than the others escape. */
function escapeText(text: string): string {
  return escapeXml(text).replaceAll('\n', '&#10;').replaceAll('"', '&quot;').replaceAll("'", '&apos;');
}

const workbookPart =
  `${declaration}<workbook xmlns="${mainNamespace}" xmlns:r="${relationshipsNamespace}"><fileVersion appName="Calc"/>` +
  '<workbookPr backupFile="false" showObjects="all" date1904="false"/><bookViews><workbookView showHorizontalScroll="true" showVerticalScroll="true"/></bookViews>' +
  '<sheets><sheet name="Items" sheetId="1" state="visible" r:id="rId1"/></sheets><calcPr iterateCount="100" refMode="A1" iterate="false" iterateDelta="0.0001"/></workbook>';
