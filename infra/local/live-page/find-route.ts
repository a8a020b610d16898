import { merchantPattern } from '../../../functions/menu-import/parse-event.ts';
import { type ReportFile, reportFiles } from './listed-import.ts';
import { PageRefusal } from './page-refusal.ts';

type Route =
  | { to: 'page' | 'events' | 'example' }
  | { to: 'report'; merchant: string; importId: string; file: ReportFile }
  | { to: 'upload'; merchant: string; fileName: string };

const pages: Readonly<Record<string, Route>> = { '/': { to: 'page' }, '/events': { to: 'events' }, '/example.xlsx': { to: 'example' } };
const reportPath = /^\/reports\/([^/]+)\/([0-9a-f]{32})\/([^/]+)$/;
const uploadPath = /^\/uploads\/([^/]+)\/([^/]+)$/;

/** What a request asks for. Throws `PageRefusal` where there is no such thing. */
export function findRoute(method: string, target: string): Route {
  const [path = ''] = target.split('?');
  if (method === 'POST') return findUpload(path);
  if (method !== 'GET') throw new PageRefusal(405, 'This page is read with GET, and files are sent with POST.', { allow: 'GET, POST' });
  const page = Object.hasOwn(pages, path) ? pages[path] : undefined;
  if (page !== undefined) return page;
  const [, merchant, importId, name] = reportPath.exec(path) ?? [];
  const file = reportFiles.find((each) => each === name);
  if (merchant === undefined || importId === undefined || file === undefined || !merchantPattern.test(merchant)) {
    throw new PageRefusal(404, 'There is nothing here. The page with the imports is at /.');
  }
  return { to: 'report', merchant, importId, file };
}

function findUpload(path: string): Route {
  const [, merchant, encoded] = uploadPath.exec(path) ?? [];
  if (merchant === undefined || encoded === undefined) throw new PageRefusal(404, 'Files are sent to /uploads/{merchant}/{file name}.');
  if (!merchantPattern.test(merchant)) {
    throw new PageRefusal(400, 'A merchant is named with small letters, digits and hyphens, at most 63 of them.');
  }
  return { to: 'upload', merchant, fileName: decodeName(encoded) };
}

function decodeName(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    throw new PageRefusal(400, 'The name of the file is not percent-encoded UTF-8.');
  }
}
