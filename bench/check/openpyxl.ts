import { spawnSync } from 'node:child_process';
import { openpyxl as shape } from '../workbooks/shapes/openpyxl.ts';
import type { Program } from './program.ts';

/** The second is the one that Debian's packages are for. */
const interpreters = ['python3', '/usr/bin/python3'];

// Without lxml it writes letters beyond ASCII as they are, and blanks in empty tags: another shape.
const tellVersion = 'import openpyxl, sys; print("openpyxl", openpyxl.__version__, "with lxml") if openpyxl.LXML else sys.exit(1)';
const openAndSave = 'import openpyxl, sys; openpyxl.load_workbook(sys.argv[1], data_only=True).save(sys.argv[2])';

export const openpyxl: Program = {
  shape,
  version: () => firstAnswer([tellVersion]),
  rewrite: (file, directory) => {
    const saved = `${directory}/saved.xlsx`;
    if (firstAnswer([openAndSave, file, saved]) === undefined) throw new Error('openpyxl failed');
    return saved;
  },
};

function firstAnswer(words: readonly string[]): string | undefined {
  for (const interpreter of interpreters) {
    const { status, stdout } = spawnSync(interpreter, ['-c', ...words], { encoding: 'utf8' });
    if (status === 0) return stdout.trim();
  }
  return undefined;
}
