import type { ServerResponse } from 'node:http';
import type { ObjectStore } from '../../../functions/menu-import/store/object-store.ts';
import type { ReportFile } from './listed-import.ts';
import { PageRefusal } from './page-refusal.ts';

const contentTypes: Readonly<Record<ReportFile, string>> = {
  'report.html': 'text/html; charset=utf-8',
  'report.json': 'application/json; charset=utf-8',
  'report.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

interface AskedFor {
  merchant: string;
  importId: string;
  file: ReportFile;
  /** Of the workbook that was imported, where it is known. */
  uploadedAs?: string | undefined;
}

/** Sends a file of a report as it lies in the bucket; the policy that stands in `report.html` holds there. Throws `PageRefusal`. */
export async function sendReport(
  response: ServerResponse,
  { merchant, importId, file, uploadedAs = '' }: AskedFor,
  results: ObjectStore,
): Promise<void> {
  const object = await results.get(`reports/${merchant}/${importId}/${file}`);
  if (object === undefined) throw new PageRefusal(404, `This import has no ${file}.`);
  const headers = {
    'content-type': contentTypes[file],
    ...(file === 'report.html' ? { 'content-security-policy': "frame-ancestors 'none'" } : {}),
    ...(file === 'report.xlsx' ? { 'content-disposition': `attachment; filename*=UTF-8''${downloadName(uploadedAs)}` } : {}),
  };
  response.writeHead(200, headers).end(object.bytes);
}

/** `menu.xlsx` becomes `menu report.xlsx`, percent-encoded as in RFC 5987. */
function downloadName(uploadedAs: string): string {
  const stem =
    uploadedAs
      .split('/')
      .at(-1)
      ?.replace(/\.[^.]*$/, '') ?? '';
  return encodeURIComponent(`${stem} report.xlsx`.trim()).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}
