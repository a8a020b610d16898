import type { ContentBudget } from './content-budget.ts';
import { GatheredText } from './gathered-text.ts';
import { bytesOf, endOfPlainText, startsWith } from './plain-bytes.ts';
import type { TextPool } from './text-pool.ts';
import { TextRuns } from './text-runs.ts';
import { parseXml } from './xml/parse-xml.ts';
import { notTaken } from './xml/xml-tokenizer.ts';

/** Adds the texts that cells refer to by number, in the order of their numbers. */
export async function readSharedStrings(chunks: AsyncIterable<Uint8Array>, pool: TextPool, budget: ContentBudget): Promise<void> {
  const runs = new TextRuns(new GatheredText());
  let inString = false;
  await parseXml(chunks, {
    take: (bytes, at) => (inString ? notTaken : takePlainString(bytes, at, pool, budget)),
    open(name) {
      if (name === 'si') {
        inString = true;
        runs.clear();
      } else runs.open(name);
    },
    close(name) {
      if (name === 'si') {
        inString = false;
        budget.checkText(pool.lengthAt(pool.addGathered(runs.text)));
      } else runs.close(name);
    },
    text: (piece) => runs.add(piece),
  });
}

const openings = ['<si><t>', '<si><t xml:space="preserve">'].map(bytesOf);
const closing = bytesOf('</t></si>');

/** A string as nearly all are written, in one pass over its bytes. Answers where it ends, or `notTaken`. */
function takePlainString(bytes: Buffer, at: number, pool: TextPool, budget: ContentBudget): number {
  const opening = openings.find((candidate) => startsWith(bytes, at, candidate));
  if (opening === undefined) return notTaken;
  const start = at + opening.length;
  const end = endOfPlainText(bytes, start);
  if (end === notTaken || end - start > budget.longestText || !startsWith(bytes, end, closing)) return notTaken;
  return pool.addXmlText(bytes, start, end) === notTaken ? notTaken : end + closing.length;
}
