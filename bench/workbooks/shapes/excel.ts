import { columnLetter } from '../../../functions/menu-import/workbook/column-letter.ts';
import { escapeXml } from '../escape-xml.ts';
import { cellStyles, type MenuCell } from '../menu-cell.ts';
import { StringTable } from '../string-table.ts';
import { excelStyles } from './excel-styles.ts';
import { contentTypes, mainNamespace, packageRelationships, relationshipsNamespace, workbookRelationships } from './fixed-parts.ts';
import type { Shape } from './shape.ts';
import { trimmedDigits } from './trimmed-digits.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const compatibility = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac"';
const dyDescent = 'xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"';

/**
 * As Excel writes: `spans` and `dyDescent` on each row, a style only where there is one, a formula that was filled down
 * once. Excel itself never writes a text into its cell; that variant stands for the exporters that else write like it.
 */
export const excel: Shape = {
  name: 'Excel',
  sizesFollow: false,
  numberText: (value) => trimmedDigits(value, 17),
  parts(rows, strings) {
    const table = new StringTable();
    const sheet = sheetPart(rows, strings === 'shared' ? table : undefined);
    const writing = { declaration, sheetTarget: 'worksheets/sheet1.xml', hasSharedStrings: strings === 'shared' };
    return [
      ['[Content_Types].xml', contentTypes(writing)],
      ['_rels/.rels', packageRelationships(writing)],
      ['xl/workbook.xml', workbookPart],
      ['xl/_rels/workbook.xml.rels', workbookRelationships(writing)],
      ['xl/worksheets/sheet1.xml', sheet],
      ['xl/styles.xml', excelStyles],
      ...(strings === 'shared' ? ([['xl/sharedStrings.xml', sharedStringsPart(table)]] as const) : []),
    ];
  },
};

function sheetPart(rows: readonly (readonly MenuCell[])[], table: StringTable | undefined): string {
  const width = rows[0]?.length ?? 0;
  const written = rows.map((cells, position) => {
    const row = position + 1;
    const inside = cells.map((cell, column) => writeCell(cell, columnLetter(column + 1), row, rows.length, table)).join('');
    return `<row r="${row}" spans="1:${width}" x14ac:dyDescent="0.25">${inside}</row>`;
  });
  return (
    `${declaration}<worksheet xmlns="${mainNamespace}" xmlns:r="${relationshipsNamespace}" ${compatibility} ${dyDescent}>` +
    `<dimension ref="A1:${columnLetter(width)}${rows.length}"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="15" x14ac:dyDescent="0.25"/><sheetData>${written.join('')}</sheetData>` +
    '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>'
  );
}

function writeCell(cell: MenuCell, letter: string, row: number, lastRow: number, table: StringTable | undefined): string {
  const { value, style, formula } = cell;
  const place = `r="${letter}${row}"${style === 'general' ? '' : ` s="${cellStyles.indexOf(style)}"`}`;
  if (value === undefined) return style === 'general' ? '' : `<c ${place}/>`;
  if (typeof value === 'boolean') return `<c ${place} t="b"><v>${value ? 1 : 0}</v></c>`;
  if (typeof value === 'string') {
    return table === undefined
      ? `<c ${place} t="inlineStr"><is>${textElement(value)}</is></c>`
      : `<c ${place} t="s"><v>${table.add(value)}</v></c>`;
  }
  return `<c ${place}>${formulaElement(formula, letter, row, lastRow)}<v>${excel.numberText(value)}</v></c>`;
}

/** The formulas below the first are the first one, moved. */
function formulaElement(formula: string | undefined, letter: string, row: number, lastRow: number): string {
  if (formula === undefined) return '';
  return row === 2 ? `<f t="shared" ref="${letter}2:${letter}${lastRow}" si="0">${escapeXml(formula)}</f>` : '<f t="shared" si="0"/>';
}

function textElement(text: string): string {
  return `<t${text === text.trim() ? '' : ' xml:space="preserve"'}>${escapeXml(text)}</t>`;
}

function sharedStringsPart({ texts, uses }: StringTable): string {
  const each = texts.map((text) => `<si>${textElement(text)}</si>`).join('');
  return `${declaration}<sst xmlns="${mainNamespace}" count="${uses}" uniqueCount="${texts.length}">${each}</sst>`;
}

const workbookPart =
  `${declaration}<workbook xmlns="${mainNamespace}" xmlns:r="${relationshipsNamespace}"><fileVersion appName="xl" lastEdited="7" lowestEdited="7" rupBuild="26605"/>` +
  '<workbookPr defaultThemeVersion="166925"/><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="12435"/></bookViews>' +
  '<sheets><sheet name="Items" sheetId="1" r:id="rId1"/></sheets><calcPr calcId="191028"/></workbook>';
