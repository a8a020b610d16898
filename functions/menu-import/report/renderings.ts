import type { Workbook } from '../workbook/workbook.ts';
import { type PageAssets, renderPage } from './render-page.ts';
import type { Report } from './report-schema.ts';
import { renderWorkbook } from './workbook/render-workbook.ts';

/** What people read of a report. */
interface Renderings {
  xlsx: string | Uint8Array;
  html: string | Uint8Array;
}

/** `workbook`: what was imported, where it can be had. */
export type RenderReport = (report: Report, workbook?: Workbook) => Promise<Renderings>;

/** Makes both files. `readPageAssets`: what makes `report.html` alive. */
export function reportRenderer(readPageAssets: () => Promise<PageAssets>): RenderReport {
  return async (report, workbook) => ({
    xlsx: await workbookOf(report, workbook),
    html: renderPage(report, await readPageAssets()),
  });
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
