import type { Renderings } from '../../functions/menu-import/report/renderings.ts';
import type { Report } from '../../functions/menu-import/report/report-schema.ts';

const asJson = (report: Report) => Promise.resolve(JSON.stringify(report));

/** Stands for the writers of pages and workbooks where a test runs in a time of its own: theirs is that of the machine. */
export const renderAsJson: Renderings = { xlsx: asJson, html: asJson };
