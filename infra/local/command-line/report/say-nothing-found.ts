import type { Console } from '../console.ts';
import { CannotRun } from '../exit-status.ts';
import { foundStatus } from './found-status.ts';
import type { ReportBucket } from './read-reports.ts';

const mostNamed = 10;

/**
 * Says that nothing was found; with `--json` the empty document stands on stdout, so it is said beside it. Throws `CannotRun` where
 * nothing can be, because there is no such merchant.
 */
export async function sayNothingFound(
  { merchant, json }: { merchant?: string; json: boolean },
  bucket: ReportBucket,
  console: Console,
  sentence: string,
): Promise<number> {
  const merchants = await bucket.merchants();
  if (merchant !== undefined && merchants.length > 0 && !merchants.includes(merchant)) {
    throw new CannotRun(`There are no reports of a merchant "${merchant}". There are of ${nameSome(merchants)}.`);
  }
  const say = json ? console.err : console.out;
  say(`${merchants.length === 0 ? 'Nothing was imported here yet.' : sentence}\n`);
  return foundStatus.nothingFound;
}

function nameSome(merchants: readonly string[]): string {
  const more = merchants.length - mostNamed;
  return `${merchants.slice(0, mostNamed).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
