import { crc32, deflateRawSync } from 'node:zlib';

type Content = string | Uint8Array;

/** What a part lies about. */
export interface PartLies {
  crc?: number;
  size?: number;
  stored?: boolean;
}

/** A zip archive of these parts, written by hand so that tests can write what no library would. */
export function buildZip(parts: Readonly<Record<string, Content>>, lies: Readonly<Record<string, PartLies>> = {}): Uint8Array {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const bytes = Buffer.from(content);
    const { crc = crc32(bytes), size = bytes.length, stored = false } = lies[name] ?? {};
    const packed = stored ? bytes : deflateRawSync(bytes);
    const nameBytes = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x800, 2);
    common.writeUInt16LE(stored ? 0 : 8, 4);
    common.writeUInt32LE(crc, 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(size, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), common, nameBytes, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('504b0102', 'hex'), Buffer.from([20, 0]), common, tail, nameBytes]));
    files.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('504b0506', 'hex');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, central, end]);
}

interface XlsxWords {
  /** What stands inside `<worksheet>`; one sheet each. */
  sheets: readonly string[];
  /** What stands inside `<sst>`. */
  sharedStrings?: string;
  /** What stands inside `<styleSheet>`. */
  styles?: string;
  /** Attributes of `<workbookPr>`. */
  workbookPr?: string;
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
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}/relationships"><workbookPr ${words.workbookPr ?? ''}/><sheets>${list.join('')}</sheets></workbook>`,
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
