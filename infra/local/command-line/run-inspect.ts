import { parseMenu } from '../../../functions/menu-import/menu/parse-menu.ts';
import { cellAddress } from '../../../functions/menu-import/workbook/cell-address.ts';
import { columnLetter } from '../../../functions/menu-import/workbook/column-letter.ts';
import type { Workbook } from '../../../functions/menu-import/workbook/workbook.ts';
import type { Console } from './console.ts';
import { exitStatus } from './exit-status.ts';
import { readNamedFile } from './read-file.ts';
import { readAsFunctionDoes } from './read-menu.ts';
import { readingSettings, settingsFrom } from './settings.ts';
import { showSheetReading } from './show-sheet-reading.ts';

/** Shows what was read and how it was understood; with `cells`, every cell that is not blank as one JSON line. */
export async function runInspect(
  command: { file: string; cells: boolean },
  console: Console,
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  const { defaults, limits } = readingSettings(settingsFrom(environment));
  const read = await readAsFunctionDoes(await readNamedFile(command.file), limits);
  if ('refusal' in read) {
    console.err(`${command.file}: ${read.refusal.code}. ${read.refusal.message}\n${read.refusal.fix}\n`);
    return exitStatus.refused;
  }
  if (command.cells) {
    for (const line of cellLines(read.workbook)) console.out(`${line}\n`);
    return exitStatus.allDone;
  }
  const reading = parseMenu(read.workbook, defaults);
  const sheets = reading.ok ? reading.menu.sheets : reading.sheets;
  const shown = sheets.map((sheet, position) => showSheetReading(sheet, read.workbook.sheets[position]?.merges.length ?? 0));
  console.out(`${command.file}\n${shown.join('')}`);
  if (reading.ok) {
    const { currency, language, vatPercent, visibleOn } = reading.menu.settings;
    console.out(
      `\nWhere a row says nothing else: ${currency}, language ${language}, VAT ${vatPercent}%, visible on provider ${visibleOn.join(', ')}.\n`,
    );
    return exitStatus.allDone;
  }
  console.err(`\n${reading.refusal.code}. ${reading.refusal.message}\n${reading.refusal.fix}\n`);
  return exitStatus.refused;
}

function* cellLines({ sheets }: Workbook): Generator<string> {
  for (const sheet of sheets) {
    for (const row of sheet.rows) {
      for (const cell of row.cells) {
        const { column, type, value, hidden } = cell;
        const isHidden = sheet.hidden || row.hidden || hidden === true;
        const place = { sheet: sheet.name, row: row.row, column: columnLetter(column), cell: cellAddress(cell) };
        yield JSON.stringify({ ...place, type, value, ...(isHidden ? { hidden: true } : {}) });
      }
    }
  }
}
