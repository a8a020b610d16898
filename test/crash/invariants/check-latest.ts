import * as z from 'zod';
import { parseJson } from '../../../infra/local/sandbox/parse-json.ts';
import type { EndState } from './end-state.ts';

const latestKey = /^reports\/[^/]+\/latest\.json$/;
const latestSchema = z.object({ report: z.string() });

/** `latest.json` is there in the end, and names a report that is. */
export function checkLatest({ puts }: EndState): string[] {
  const last = puts.findLast(({ key }) => latestKey.test(key));
  if (last === undefined) return ['latest.json is not there'];
  const named = latestSchema.safeParse(parseJson(last.body)).data?.report;
  return puts.some(({ key }) => key === named) ? [] : [`latest.json names ${named}, which is not there`];
}
