import type { ObjectStore } from '../../../functions/menu-import/store/object-store.ts';
import type { LocalStack } from '../start-local-stack.ts';
import { earlierReports } from './earlier-reports.ts';
import { ImportList, mostListed } from './import-list.ts';
import { readListedImport } from './read-listed-import.ts';

/** The imports of a stack: those that left a report before, and from now on whatever happens. `stop` waits for reports that are being read. */
export async function watchStack(stack: LocalStack, results: ObjectStore): Promise<{ imports: ImportList; stop: () => Promise<void> }> {
  const imports = new ImportList(() => new Date());
  let reading: Promise<void> = Promise.resolve();
  const addReport = async (merchant: string, importId: string) => {
    const listed = await readListedImport(results, merchant, importId);
    if (listed === undefined) return;
    // Where its upload was seen, it keeps its place in the list.
    imports.set({ ...listed, since: imports.find(importId)?.since ?? listed.since });
  };
  const stopWatching = stack.watch((news) => {
    imports.take(news);
    if (news.kind !== 'reported') return;
    const { merchant, importId } = news;
    reading = reading
      .then(() => addReport(merchant, importId))
      .catch((error: unknown) => console.error('A report could not be shown.', error));
  });
  for (const { merchant, importId } of await earlierReports(stack.owner, mostListed)) await addReport(merchant, importId);
  const stop = () => {
    stopWatching();
    return reading;
  };
  return { imports, stop };
}
