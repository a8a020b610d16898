import type { ImportPorts } from './import-ports.ts';
import type { Issue } from './issues/issue.ts';
import { makeIssue } from './issues/make-issue.ts';
import type { ParsedMenu } from './menu/menu.ts';
import { parseMenu } from './menu/parse-menu.ts';
import type { SheetReading } from './menu/sheet-reading.ts';
import { WorkbookRefused } from './workbook/errors.ts';

/** Why nothing of a file can be imported. */
export interface RefusedMenu {
  refusal: Issue;
  /** How its sheets were understood; none where the workbook could not be read. */
  sheets: SheetReading[];
}

/** The same bytes are the same menu, whichever slice reads them. */
export async function readMenu(
  bytes: Uint8Array,
  { readWorkbook, defaults }: Pick<ImportPorts, 'readWorkbook' | 'defaults'>,
): Promise<ParsedMenu | RefusedMenu> {
  try {
    const reading = parseMenu(await readWorkbook(bytes), defaults);
    return reading.ok ? reading.menu : reading;
  } catch (error) {
    if (error instanceof WorkbookRefused) return { refusal: makeIssue({ code: error.code, params: error.details }), sheets: [] };
    throw error;
  }
}
