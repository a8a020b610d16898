import { posix } from 'node:path';
import { WorkbookRefused } from './errors.ts';
import type { Archive } from './open-archive.ts';
import { isTrue } from './xml/is-true.ts';
import { parseXml } from './xml/parse-xml.ts';

export interface SheetPart {
  name: string;
  hidden: boolean;
  path: string;
}

export interface WorkbookParts {
  sheets: SheetPart[];
  sharedStrings?: string;
  styles?: string;
  /** Days count from 1904 instead of 1900. */
  date1904: boolean;
  /** Excel is asked to calculate everything when it opens the file: what formulas hold may be a mere 0. */
  uncalculated: boolean;
}

interface Relationship {
  /** The last word of its type: `worksheet`; the same in transitional and strict files. */
  type: string;
  path: string;
}

/** Follows the relationships from the root of the archive to the parts that hold cells. */
export async function findParts(archive: Archive): Promise<WorkbookParts> {
  const root = archive.has('_rels/.rels') ? await readRelationships(archive, '_rels/.rels', '') : new Map<string, Relationship>();
  const named = [...root.values()].find(({ type }) => type === 'officedocument')?.path;
  const workbook = named !== undefined && archive.has(named) ? named : 'xl/workbook.xml';
  if (!archive.has(workbook)) throw new WorkbookRefused('not_a_workbook');
  if (workbook.toLowerCase().endsWith('.bin')) throw new WorkbookRefused('binary_workbook');

  const folder = posix.dirname(workbook);
  const relations = posix.join(folder, '_rels', `${posix.basename(workbook)}.rels`);
  const related = archive.has(relations) ? await readRelationships(archive, relations, folder) : new Map<string, Relationship>();
  const pathOf = (type: string, usual: string) => {
    const paths = [...related.values()].filter((relation) => relation.type === type).map(({ path }) => path);
    return [...paths, posix.join(folder, usual)].find((path) => archive.has(path));
  };
  const list = await readSheetList(archive, workbook, related);
  const sharedStrings = pathOf('sharedstrings', 'sharedStrings.xml');
  const styles = pathOf('styles', 'styles.xml');
  return { ...list, ...(sharedStrings === undefined ? {} : { sharedStrings }), ...(styles === undefined ? {} : { styles }) };
}

async function readRelationships(archive: Archive, part: string, folder: string): Promise<Map<string, Relationship>> {
  const relationships = new Map<string, Relationship>();
  await parseXml(archive.read(part), {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const { Id, Type, Target, TargetMode } = attributes.all();
      if (Id === undefined || Target === undefined || TargetMode === 'External') return;
      const target = Target.replaceAll('\\', '/');
      const path = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
      relationships.set(Id, {
        type: (Type ?? '').split('/').at(-1)?.toLowerCase() ?? '',
        path: archive.has(path) ? path : unescaped(path),
      });
    },
  });
  return relationships;
}

/** Some writers escape the names of parts like addresses: `sheet%201.xml`. */
function unescaped(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

async function readSheetList(archive: Archive, workbook: string, related: ReadonlyMap<string, Relationship>) {
  const sheets: SheetPart[] = [];
  let date1904 = false;
  let uncalculated = false;
  let isSpreadsheet = false;
  await parseXml(archive.read(workbook), {
    open(name, attributes) {
      if (name === 'workbook') isSpreadsheet = true;
      if (name === 'workbookPr') date1904 = isTrue(attributes.get('date1904'));
      if (name === 'calcPr') uncalculated = isTrue(attributes.get('fullCalcOnLoad'));
      if (name !== 'sheet') return;
      const relation = related.get(attributes.getPrefixed('id') ?? '');
      // Chart sheets and dialogs have no cells.
      if (relation !== undefined && relation.type !== 'worksheet') return;
      const path = relation?.path ?? `xl/worksheets/sheet${sheets.length + 1}.xml`;
      if (!archive.has(path)) throw new WorkbookRefused('damaged_workbook', { part: path });
      sheets.push({ name: attributes.get('name') ?? '', hidden: ['hidden', 'veryHidden'].includes(attributes.get('state') ?? ''), path });
    },
  });
  if (!isSpreadsheet) throw new WorkbookRefused('not_a_workbook');
  // Rows are known by their sheet's name; Excel never writes one twice.
  if (new Set(sheets.map(({ name }) => name)).size < sheets.length) throw new WorkbookRefused('damaged_workbook', { part: workbook });
  return { sheets, date1904, uncalculated };
}
