import type { ContentBudget } from './content-budget.ts';
import { decodeText } from './decode-text.ts';
import { parseXml } from './parse-xml.ts';
import { TextRuns } from './text-runs.ts';

/** The texts that cells refer to by number. */
export async function readSharedStrings(chunks: AsyncIterable<Uint8Array>, budget: ContentBudget): Promise<string[]> {
  const strings: string[] = [];
  let runs = new TextRuns();
  await parseXml(chunks, {
    open(name) {
      if (name === 'si') runs = new TextRuns();
      else runs.open(name);
    },
    close(name) {
      if (name !== 'si') {
        runs.close(name);
        return;
      }
      const text = decodeText(runs.text);
      budget.checkText(text.length);
      strings.push(text);
    },
    text: (text) => runs.add(text),
  });
  return strings;
}
