import { CannotRun } from '../exit-status.ts';
import { idOfReport, type ReportBucket, readImports } from './read-reports.ts';

export interface LocatedImport {
  merchant: string;
  id: string;
}

const mostNamed = 5;

/**
 * The only import whose id begins so, or the `latest` of the merchant. `undefined` where there is none.
 * Throws `CannotRun` where there are several.
 */
export async function locateImport(bucket: ReportBucket, written: string, merchant?: string): Promise<LocatedImport | undefined> {
  if (written === 'latest') return (await readImports(bucket, merchant)).imports[0];
  const merchants = merchant === undefined ? await bucket.merchants() : [merchant];
  const found = (await Promise.all(merchants.map((name) => importsThatBegin(bucket, name, written)))).flat();
  const [first, ...more] = found;
  if (first === undefined || more.length === 0) return first;
  const named = found.slice(0, mostNamed).map((each) => `${each.id} of ${each.merchant}`);
  const others = found.length > mostNamed ? `, and ${found.length - mostNamed} more` : '';
  throw new CannotRun(`${found.length} imports begin with ${written}: ${named.join(', ')}${others}. Give more of the id, or --merchant.`);
}

async function importsThatBegin({ results }: ReportBucket, merchant: string, beginning: string): Promise<LocatedImport[]> {
  const keys = await results.list(`reports/${merchant}/${beginning}`);
  return keys.flatMap((key) => {
    const id = idOfReport(key);
    return id === undefined ? [] : [{ merchant, id }];
  });
}
