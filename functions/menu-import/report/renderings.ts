import type { Workbook } from '../workbook/workbook.ts';
import { type PageAssets, renderPage } from './render-page.ts';
import type { Report } from './report-schema.ts';
import { renderWorkbook } from './workbook/render-workbook.ts';

type File = Promise<string | Uint8Array>;

/** What people read of a report, one file after the other: of a large report, each takes as much memory as the report. */
export interface Renderings {
  /** `workbook`: what was imported, where it can be had. */
  xlsx: (report: Report, workbook?: Workbook) => File;
  html: (report: Report) => File;
}

/** `readPageAssets`: what makes `report.html` alive. */
export function renderings(readPageAssets: () => Promise<PageAssets>): Renderings {
  return { xlsx: workbookOf, html: async (report) => renderPage(report, await readPageAssets()) };
}

/** A workbook that cannot be copied keeps nobody from the report: then its rows are listed instead. */
async function workbookOf(report: Report, source: Workbook | undefined): Promise<Uint8Array> {
  try {
    return await renderWorkbook(report, source);
  } catch (error) {
    if (source === undefined) throw error;
    return renderWorkbook(report);
  }
}
