import { columnLetter } from '../../../functions/menu-import/workbook/column-letter.ts';
import { escapeXml } from '../escape-xml.ts';
import { cellStyles, type MenuCell } from '../menu-cell.ts';
import { StringTable } from '../string-table.ts';
import { contentTypes, mainNamespace, packageRelationships, relationshipsNamespace, workbookRelationships } from './fixed-parts.ts';
import { openpyxlStyles } from './openpyxl-styles.ts';
import type { Shape } from './shape.ts';
import { trimmedDigits } from './trimmed-digits.ts';

/**
 * As openpyxl writes with lxml: no declaration, a type on each cell, everything beyond ASCII as references, texts in their
 * cells; its early versions shared them. It cannot calculate, so a formula's value stands in the cell as if it were typed.
 */
export const openpyxl: Shape = {
  name: 'openpyxl',
  sizesFollow: false,
  numberText: (value) => trimmedDigits(value, 16),
  parts(rows, strings) {
    const table = new StringTable();
    const sheet = sheetPart(rows, strings === 'shared' ? table : undefined);
    const writing = { declaration: '', sheetTarget: '/xl/worksheets/sheet1.xml', hasSharedStrings: strings === 'shared' };
    return [
      ...(strings === 'shared' ? ([['xl/sharedStrings.xml', sharedStringsPart(table)]] as const) : []),
      ['xl/worksheets/sheet1.xml', sheet],
      ['xl/styles.xml', openpyxlStyles],
      ['_rels/.rels', packageRelationships(writing)],
      ['xl/workbook.xml', workbookPart],
      ['xl/_rels/workbook.xml.rels', workbookRelationships(writing)],
      ['[Content_Types].xml', contentTypes(writing)],
    ];
  },
};

function sheetPart(rows: readonly (readonly MenuCell[])[], table: StringTable | undefined): string {
  const width = rows[0]?.length ?? 0;
  const written = rows.map((cells, position) => {
    const row = position + 1;
    return `<row r="${row}">${cells.map((cell, column) => writeCell(cell, `${columnLetter(column + 1)}${row}`, table)).join('')}</row>`;
  });
  return (
    `<worksheet xmlns="${mainNamespace}"><sheetPr><outlinePr summaryBelow="1" summaryRight="1"/><pageSetUpPr/></sheetPr>` +
    `<dimension ref="A1:${columnLetter(width)}${rows.length}"/><sheetViews><sheetView workbookViewId="0"><selection activeCell="A1" sqref="A1"/></sheetView></sheetViews>` +
    `<sheetFormatPr baseColWidth="8" defaultRowHeight="15"/><sheetData>${written.join('')}</sheetData>` +
    '<pageMargins left="0.75" right="0.75" top="1" bottom="1" header="0.5" footer="0.5"/></worksheet>'
  );
}

function writeCell({ value, style }: MenuCell, address: string, table: StringTable | undefined): string {
  const place = `r="${address}"${style === 'general' ? '' : ` s="${cellStyles.indexOf(style)}"`}`;
  if (value === undefined) return style === 'general' ? '' : `<c ${place} t="n"></c>`;
  if (typeof value === 'boolean') return `<c ${place} t="b"><v>${value ? 1 : 0}</v></c>`;
  if (typeof value === 'number') return `<c ${place} t="n"><v>${openpyxl.numberText(value)}</v></c>`;
  return table === undefined
    ? `<c ${place} t="inlineStr"><is>${textElement(value)}</is></c>`
    : `<c ${place} t="s"><v>${table.add(value)}</v></c>`;
}

function textElement(text: string): string {
  const ascii = escapeXml(text).replace(/[^\0-\x7f]/gu, (character) => `&#${character.codePointAt(0)};`);
  return `<t${text === text.trim() ? '' : ' xml:space="preserve"'}>${ascii}</t>`;
}

function sharedStringsPart({ texts }: StringTable): string {
  return `<sst xmlns="${mainNamespace}" uniqueCount="${texts.length}">${texts.map((text) => `<si>${textElement(text)}</si>`).join('')}</sst>`;
}

const workbookPart =
  `<workbook xmlns="${mainNamespace}"><workbookPr/><workbookProtection/><bookViews><workbookView visibility="visible" minimized="0" firstSheet="0" activeTab="0"/></bookViews>` +
  `<sheets><sheet xmlns:r="${relationshipsNamespace}" name="Items" sheetId="1" state="visible" r:id="rId1"/></sheets><definedNames/>` +
  '<calcPr calcId="124519" fullCalcOnLoad="1"/></workbook>';
