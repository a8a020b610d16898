import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Workbooks of other projects' test suites; they lie beside the repository, or not. */
const folder = fileURLToPath(new URL('../../../shared/workbooks/', import.meta.url));

export interface CorpusFile {
  name: string;
  path: string;
  /** Where Excel's own text of its sheets lies, less the number of the sheet. */
  expected: string;
}

/** Every workbook of the corpus; none, and a line that says so, where it is absent. */
export function corpusFiles(): CorpusFile[] {
  if (!existsSync(folder)) {
    process.stdout.write('The workbooks of other projects are not here (../shared/workbooks), so none was read.\n');
    return [];
  }
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'expected')
    .flatMap(({ name: project }) =>
      readdirSync(`${folder}${project}`).map((name) => ({
        name,
        path: `${folder}${project}/${name}`,
        expected: `${folder}expected/${project}__${name}`,
      })),
    );
}
