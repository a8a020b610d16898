import type { ImportPorts } from './import-ports.ts';
import { makeIssue } from './issues/make-issue.ts';
import type { ParsedMenu, RefusedMenu } from './menu/menu.ts';
import { parseMenu } from './menu/parse-menu.ts';
import { WorkbookRefused } from './workbook/errors.ts';
import type { Workbook } from './workbook/workbook.ts';

/** A menu, and the workbook that it was read from. */
export interface MenuRead {
  menu: ParsedMenu;
  workbook: Workbook;
}

/** No menu, and the workbook, where at least that could be read. */
export type MenuNotRead = RefusedMenu & { workbook?: Workbook };

/** The same bytes are the same menu, whichever slice reads them. */
export async function readMenu(
  bytes: Uint8Array,
  { readWorkbook, defaults }: Pick<ImportPorts, 'readWorkbook' | 'defaults'>,
): Promise<MenuRead | MenuNotRead> {
  try {
    const workbook = await readWorkbook(bytes);
    const reading = parseMenu(workbook, defaults);
    return reading.ok ? { menu: reading.menu, workbook } : { ...reading, workbook };
  } catch (error) {
    if (!(error instanceof WorkbookRefused)) throw error;
    const { language } = defaults;
    return { refusal: makeIssue({ code: error.code, params: error.details }), sheets: [], language };
  }
}
