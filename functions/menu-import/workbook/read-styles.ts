import { type FormatKind, formatCode, formatKind } from './number-format.ts';
import { parseXml } from './parse-xml.ts';

/** How a cell shows a number. */
export interface CellFormat {
  kind: FormatKind;
  /** Absent for General. */
  code?: string;
}

/** The formats of cells, by the number that a cell names its style with. */
export async function readStyles(chunks: AsyncIterable<Uint8Array>): Promise<CellFormat[]> {
  const custom = new Map<number, string>();
  const formatIds: number[] = [];
  // Conditional formats have numbers of their own, which mean other codes.
  let inNumberFormats = false;
  let inCellFormats = false;
  await parseXml(chunks, {
    open(name, attributes) {
      if (name === 'cellXfs') inCellFormats = true;
      else if (name === 'numFmts') inNumberFormats = true;
      else if (name === 'numFmt' && inNumberFormats && attributes['formatCode'] !== undefined)
        custom.set(Number(attributes['numFmtId']), attributes['formatCode']);
      else if (name === 'xf' && inCellFormats) formatIds.push(Number(attributes['numFmtId'] ?? 0));
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
      else if (name === 'numFmts') inNumberFormats = false;
    },
  });
  return formatIds.map((id) => {
    const code = formatCode(id, custom);
    return { kind: formatKind(code), ...(code === undefined ? {} : { code }) };
  });
}
