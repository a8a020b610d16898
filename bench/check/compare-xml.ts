import { inflateParts } from '../workbooks/inflate-parts.ts';

const sharedStrings = 'xl/sharedStrings.xml';

/** Where the rows and the shared strings of two workbooks are not the same characters. */
export function compareXml(real: Uint8Array, made: Uint8Array): string[] {
  const realRows = maskedRows(real);
  const madeRows = maskedRows(made);
  const row = realRows.findIndex((text, position) => text !== madeRows[position]);
  return [
    ...(realRows.length === madeRows.length ? [] : [`${realRows.length} rows, not ${madeRows.length}`]),
    ...(row === -1 ? [] : [`row ${row + 1} is written\n    ${realRows[row]}\n  not\n    ${madeRows[row]}`]),
    ...(partText(real, sharedStrings) === partText(made, sharedStrings) ? [] : ['its shared strings are written otherwise']),
  ];
}

export function hasSharedStrings(bytes: Uint8Array): boolean {
  return partText(bytes, sharedStrings) !== undefined;
}

/** The rows of the first sheet, less what depends on fonts and on the order in which a program numbers its formats. */
function maskedRows(bytes: Uint8Array): string[] {
  const rows = partText(bytes, 'xl/worksheets/sheet1.xml')?.match(/<row .*?<\/row>/gs) ?? [];
  return rows.map((row) => row.replace(/ (s|ht|customHeight)="[^"]*"/g, ' $1=""'));
}

function partText(bytes: Uint8Array, path: string): string | undefined {
  return inflateParts(bytes)
    .find((part) => part.path === path)
    ?.content.toString();
}
