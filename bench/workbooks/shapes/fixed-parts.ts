const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const mainNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const relationshipsNamespace = office;

interface Writing {
  /** What each part begins with. */
  declaration: string;
  /** Where the sheet lies, seen from the workbook. */
  sheetTarget: string;
  hasSharedStrings: boolean;
}

/** The parts that say what the other parts are: the same in all programs, but for small things. */
export function contentTypes({ declaration, hasSharedStrings }: Writing): string {
  const overrides = [
    ['workbook.xml', 'sheet.main'],
    ['worksheets/sheet1.xml', 'worksheet'],
    ['styles.xml', 'styles'],
    ...(hasSharedStrings ? [['sharedStrings.xml', 'sharedStrings']] : []),
  ].map(([path, type]) => `<Override PartName="/xl/${path}" ContentType="${spreadsheet}.${type}+xml"/>`);
  return (
    `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`
  );
}

export function packageRelationships({ declaration }: Writing): string {
  return relationships(declaration, [['officeDocument', 'xl/workbook.xml']]);
}

/** The sheet is `rId1`. */
export function workbookRelationships({ declaration, sheetTarget, hasSharedStrings }: Writing): string {
  return relationships(declaration, [
    ['worksheet', sheetTarget],
    ['styles', 'styles.xml'],
    ...(hasSharedStrings ? ([['sharedStrings', 'sharedStrings.xml']] as const) : []),
  ]);
}

function relationships(declaration: string, targets: readonly (readonly [type: string, target: string])[]): string {
  const each = targets.map(
    ([type, target], position) => `<Relationship Id="rId${position + 1}" Type="${office}/${type}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="${packages}/relationships">${each.join('')}</Relationships>`;
}
