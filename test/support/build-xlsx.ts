import { buildZip } from './build-zip.ts';

export interface XlsxWords {
  /** What stands inside `<worksheet>`; one sheet each. */
  sheets: readonly string[];
  /** What stands inside `<sst>`. */
  sharedStrings?: string;
  /** What stands inside `<styleSheet>`. */
  styles?: string;
  /** Attributes of `<workbookPr>`. */
  workbookPr?: string;
  /** What stands behind `<sheets>`. */
  afterSheets?: string;
  /** Attributes of each `<sheet>`. */
  sheetAttributes?: readonly string[];
  strict?: boolean;
}

/** The parts of a small workbook; tests replace what they are about. */
export function xlsxParts(words: XlsxWords): Record<string, string> {
  const office =
    words.strict === true ? 'http://purl.oclc.org/ooxml/officeDocument' : 'http://schemas.openxmlformats.org/officeDocument/2006';
  const main =
    words.strict === true ? 'http://purl.oclc.org/ooxml/spreadsheetml/main' : 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/relationships/${type}" Target="${target}"/>`;
  const relations = (inner: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
  const list = words.sheets.map(
    (_, n) => `<sheet name="Sheet${n + 1}" sheetId="${n + 1}" r:id="rId${n + 1}" ${words.sheetAttributes?.[n] ?? ''}/>`,
  );
  return {
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}/relationships"><workbookPr ${words.workbookPr ?? ''}/><sheets>${list.join('')}</sheets>${words.afterSheets ?? ''}</workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      words.sheets.map((_, n) => relation(`rId${n + 1}`, 'worksheet', `worksheets/sheet${n + 1}.xml`)).join('') +
        relation('rIdStrings', 'sharedStrings', 'sharedStrings.xml') +
        relation('rIdStyles', 'styles', 'styles.xml'),
    ),
    ...Object.fromEntries(
      words.sheets.map((sheet, n) => [`xl/worksheets/sheet${n + 1}.xml`, `<worksheet xmlns="${main}">${sheet}</worksheet>`]),
    ),
    ...(words.sharedStrings === undefined ? {} : { 'xl/sharedStrings.xml': `<sst xmlns="${main}">${words.sharedStrings}</sst>` }),
    ...(words.styles === undefined ? {} : { 'xl/styles.xml': `<styleSheet xmlns="${main}">${words.styles}</styleSheet>` }),
  };
}

/** A small workbook. */
export function buildXlsx(words: XlsxWords): Uint8Array {
  return buildZip(xlsxParts(words));
}

type OneSheetWords = Omit<XlsxWords, 'sheets'> & { before?: string; after?: string };

/** A workbook of one sheet with these rows, written as XML, and with what stands before and after them. */
export function oneSheet(rows: string, { before = '', after = '', ...words }: OneSheetWords = {}): Uint8Array {
  return buildXlsx({ ...words, sheets: [`${before}<sheetData>${rows}</sheetData>${after}`] });
}

/** A cell with its text in it. */
export function inline(text: string): string {
  return `<c t="inlineStr"><is><t>${text}</t></is></c>`;
}

/** The same parts with one of them changed. */
export function editPart(parts: Readonly<Record<string, string>>, name: string, edit: (xml: string) => string): Record<string, string> {
  const part = parts[name];
  if (part === undefined) throw new Error(`there is no part ${name}`);
  const edited = edit(part);
  if (edited === part) throw new Error(`nothing in ${name} was changed`);
  return { ...parts, [name]: edited };
}
