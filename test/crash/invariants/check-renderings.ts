import { isDeepStrictEqual } from 'node:util';
import { parseJson } from '../../../infra/local/sandbox/parse-json.ts';
import type { EndState, ReportedImport } from './end-state.ts';

/**
 * What people read is there in the end, and is of the report that stays, whoever wrote what before. `renderAsJson` makes that comparable;
 * of pages and workbooks only that they are there is looked at.
 */
export function checkRenderings({ puts }: EndState, reported: readonly ReportedImport[]): string[] {
  return reported.flatMap(({ reportKey, report }) =>
    ['xlsx', 'html'].flatMap((format) => {
      const key = reportKey.replace(/json$/, format);
      const last = puts.findLast((put) => put.key === key);
      if (last === undefined) return [`${key} is not there`];
      const shown = parseJson(last.body);
      return shown === undefined || isDeepStrictEqual(shown, report) ? [] : [`${key} is not of the report that is there`];
    }),
  );
}
