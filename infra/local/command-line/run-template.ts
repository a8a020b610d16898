import { writeTemplate } from '../template/write-template.ts';
import type { Console } from './console.ts';
import { exitStatus } from './exit-status.ts';

/** Writes the merchant's empty workbook. */
export async function runTemplate({ out }: { out: string }, console: Console): Promise<number> {
  await writeTemplate(out);
  console.out(`Wrote ${out}. Open it in Excel, replace the examples by your menu, and import it.\n`);
  return exitStatus.allDone;
}
