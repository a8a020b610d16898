import type { Sheet } from '../workbook/workbook.ts';
import { type DuplicateColumn, duplicateColumnIssues } from './duplicate-column-issues.ts';
import type { RecognizedExport } from './exports/recognize-export.ts';
import type { HeaderRow } from './find-header-row.ts';
import { meaningKey, notSent } from './header-columns.ts';
import type { SheetLayout, UsedColumn } from './sheet-layout.ts';
import { unusedColumnIssues } from './unused-column-issues.ts';

/** Which columns of a sheet are read, and what is to be said of the others. */
export function assignColumns(
  sheet: Sheet,
  header: HeaderRow,
  system: RecognizedExport | undefined,
): Pick<SheetLayout, 'columns' | 'unknown' | 'issues'> {
  const columns: UsedColumn[] = [];
  const duplicates: DuplicateColumn[] = [];
  for (const { meaning, ...found } of header.columns) {
    if (meaning !== undefined && !notSent.has(meaning.field)) {
      const mayRepeat = system?.owns(found.header) === true;
      const rival = mayRepeat ? -1 : columns.findIndex((used) => meaningKey(used) === meaningKey(meaning));
      const [kept, other] = rivals(columns[rival], { ...found, ...meaning });
      if (rival === -1) columns.push(kept);
      else columns[rival] = kept;
      if (other !== undefined) duplicates.push({ kept, other });
    }
  }
  const unknown = header.columns.filter(({ meaning }) => meaning === undefined);
  const issues = [...duplicateColumnIssues(sheet.name, duplicates), ...unusedColumnIssues(sheet, header, system?.name)];
  return { columns, unknown, issues };
}

/** Of two columns that say the same, the first counts, unless its word is the weaker one, or the merchant does not see it. */
function rivals(first: UsedColumn | undefined, second: UsedColumn): [UsedColumn, UsedColumn?] {
  if (first === undefined) return [second];
  if (first.hidden !== second.hidden) return first.hidden === true ? [second, first] : [first, second];
  return first.weak === true && second.weak === undefined ? [second, first] : [first, second];
}
