import type { ContentBudget } from './content-budget.ts';
import { GatheredText } from './gathered-text.ts';
import type { TextPool } from './text-pool.ts';
import { TextRuns } from './text-runs.ts';
import { parseXml } from './xml/parse-xml.ts';

/** Adds the texts that cells refer to by number, in the order of their numbers. */
export async function readSharedStrings(chunks: AsyncIterable<Uint8Array>, pool: TextPool, budget: ContentBudget): Promise<void> {
  const runs = new TextRuns(new GatheredText());
  await parseXml(chunks, {
    open(name) {
      if (name === 'si') runs.clear();
      else runs.open(name);
    },
    close(name) {
      if (name === 'si') budget.checkText(pool.lengthAt(pool.addGathered(runs.text)));
      else runs.close(name);
    },
    text: (piece) => runs.add(piece),
  });
}
