import * as z from 'zod';
import type { EndState } from './end-state.ts';

const latestKey = /^reports\/[^/]+\/latest\.json$/;
const latestSchema = z.object({ report: z.string() });

/** `latest.json` is there in the end, and names a report that is. */
export function checkLatest({ puts }: EndState): string[] {
  const last = puts.findLast(({ key }) => latestKey.test(key));
  if (last === undefined) return ['latest.json is not there'];
  const { report } = latestSchema.parse(JSON.parse(last.body));
  return puts.some(({ key }) => key === report) ? [] : [`latest.json names ${report}, which is not there`];
}
