import type { RenderReport } from '../../functions/menu-import/report/renderings.ts';

/** Stands for the writers of pages and workbooks where a test runs in a time of its own: theirs is that of the machine. */
export const renderAsJson: RenderReport = (report) => {
  const text = JSON.stringify(report);
  return Promise.resolve({ xlsx: text, html: text });
};
