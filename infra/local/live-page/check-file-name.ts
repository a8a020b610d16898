import { PageRefusal } from './page-refusal.ts';

const longestName = 200;

/** Throws a sentence where the function would pass over an upload of that name, or S3 could not keep it. */
export function checkFileName(name: string): void {
  if (name.startsWith('~$')) {
    throw new PageRefusal(400, `${name} is what Excel leaves beside a workbook that is open. Drop the workbook itself.`);
  }
  if (name.startsWith('.')) throw new PageRefusal(400, `${name} is a hidden file of this machine. Drop the workbook itself.`);
  if (/[/\p{Cc}]/u.test(name)) throw new PageRefusal(400, `${name} has characters in its name that no file should have. Rename it.`);
  if (name.length > longestName) throw new PageRefusal(400, `The name of this file is longer than ${longestName} characters. Shorten it.`);
}
