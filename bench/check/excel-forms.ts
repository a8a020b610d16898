import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inflateParts, type Part } from '../workbooks/inflate-parts.ts';
import { menuRows } from '../workbooks/menu-rows.ts';
import { excel } from '../workbooks/shapes/excel.ts';
import { writeWorkbook } from '../workbooks/write-workbook.ts';

/** Workbooks of other projects' test suites; they lie beside the repository, or not. */
const corpus = fileURLToPath(new URL('../../../shared/workbooks/', import.meta.url));
const writtenByExcel = /<Application>Microsoft Excel<\/Application>.*<AppVersion>16\./s;

/** How rows and cells are written in the workbooks that Excel itself wrote, less their values; `undefined` where there are none. */
export function excelForms(): { workbooks: number; forms: Set<string> } | undefined {
  if (!existsSync(corpus)) return undefined;
  const paths = readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.xlsx'));
  const byExcel = paths.map((path) => partsOf(`${corpus}${path}`)).filter((parts) => parts.some(isByExcel));
  return { workbooks: byExcel.length, forms: new Set(byExcel.flat().flatMap(formsOf)) };
}

export function ourForms(): string[] {
  return [...new Set(inflateParts(writeWorkbook(menuRows(500), excel, 'shared')).flatMap(formsOf))];
}

/** Some are no archives at all, by intent. */
function partsOf(file: string): Part[] {
  try {
    return [...inflateParts(new Uint8Array(readFileSync(file)))];
  } catch {
    return [];
  }
}

function isByExcel({ path, content }: Part): boolean {
  return path === 'docProps/app.xml' && writtenByExcel.test(content.toString());
}

/** `<c r s t><v>`: the tags of rows and cells and the first one within, each with the names of its attributes. */
function formsOf({ path, content }: Part): string[] {
  if (!/^xl\/worksheets\/[^/]*\.xml$/.test(path)) return [];
  const tags = content.toString().match(/<row [^>]*>|<c [^>]*>(?:<\w[^>]*>)?/g) ?? [];
  return tags.map((tag) => tag.replaceAll(/="[^"]*"/g, ''));
}
