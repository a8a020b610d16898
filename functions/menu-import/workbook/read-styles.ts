import { type FormatKind, formatCode, formatKind } from './number-format.ts';
import { parseXml } from './xml/parse-xml.ts';

/** How a cell shows what it holds. */
export interface CellFormat {
  kind: FormatKind;
  /** Absent for General. */
  code?: string;
  bold?: true;
}

interface Style {
  formatId: number;
  fontId: number;
}

/** The formats of cells, by the number that a cell names its style with. */
export async function readStyles(chunks: AsyncIterable<Uint8Array>): Promise<CellFormat[]> {
  const codes = new Map<number, string>();
  const boldFonts = new Set<number>();
  const styles: Style[] = [];
  // Conditional formats have number formats and fonts of their own, which mean other things.
  let list = '';
  let fonts = 0;
  await parseXml(chunks, {
    open(name, attributes) {
      if (lists.has(name)) list = name;
      else if (list === 'numFmts' && name === 'numFmt') {
        const code = attributes.get('formatCode');
        if (code !== undefined) codes.set(Number(attributes.get('numFmtId')), code);
      } else if (list === 'fonts' && name === 'font') fonts += 1;
      else if (list === 'fonts' && name === 'b' && isOn(attributes.get('val'))) boldFonts.add(fonts - 1);
      else if (list === 'cellXfs' && name === 'xf') {
        styles.push({ formatId: Number(attributes.get('numFmtId') ?? 0), fontId: Number(attributes.get('fontId') ?? 0) });
      }
    },
    close(name) {
      if (name === list) list = '';
    },
  });
  const kinds = new Map<string | undefined, FormatKind>();
  return styles.map(({ formatId, fontId }) => {
    const code = formatCode(formatId, codes);
    const kind = kinds.get(code) ?? formatKind(code);
    kinds.set(code, kind);
    return { kind, ...(code === undefined ? {} : { code }), ...(boldFonts.has(fontId) ? { bold: true as const } : {}) };
  });
}

const lists = new Set(['numFmts', 'fonts', 'cellXfs']);

/** `<b/>` is bold, `<b val="0"/>` is not. */
function isOn(value: string | undefined): boolean {
  return value === undefined || ['1', 'true', 'on'].includes(value);
}
