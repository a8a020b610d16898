import * as z from 'zod';
import { issueInLanguage } from '../../../functions/menu-import/issues/issue-in-language.ts';
import { outcomeInWords } from '../../../functions/menu-import/report/outcome-in-words.ts';
import { type Report, type ReportRow, reportSchema } from '../../../functions/menu-import/report/report-schema.ts';
import { rowStatuses } from '../../../functions/menu-import/report/statuses.ts';
import { reportKey } from '../../../functions/menu-import/report/store-report.ts';
import { reportWords } from '../../../functions/menu-import/report/words/report-words.ts';
import type { ObjectStore } from '../../../functions/menu-import/store/object-store.ts';
import { type Done, reportFiles } from './listed-import.ts';
import { uploadedName } from './uploaded-name.ts';

/** Reports are in the language of their merchants; the page is for whoever runs the import. */
const pageLanguage = 'en';
const statusWords = reportWords(pageLanguage).statuses;

/** A report without its rows: the page shows none, and there may be 20,000. */
const rowlessSchema = z.object({ ...reportSchema.shape, rows: z.array(z.unknown()).transform((): ReportRow[] => []) });

/** An import whose report lies in the bucket, or `undefined` where there is none that can be read. */
export async function readListedImport(results: ObjectStore, merchant: string, id: string): Promise<Done | undefined> {
  const object = await results.get(reportKey(merchant, id));
  if (object === undefined) return undefined;
  const parsed = rowlessSchema.safeParse(JSON.parse(new TextDecoder().decode(object.bytes)));
  if (!parsed.success) return undefined;
  const { import: about, summary } = parsed.data;
  const written = new Set(await results.list(`reports/${merchant}/${id}/`));
  return {
    id,
    merchant,
    file: uploadedName(about.source.key),
    since: about.startedAt,
    state: 'done',
    outcome: about.outcome,
    ...inWords({ ...parsed.data, language: pageLanguage }),
    counts: rowStatuses.map((status) => ({ status, words: statusWords[status], count: summary[status] })).filter(({ count }) => count > 0),
    rows: summary.rows,
    calls: summary.calls,
    tookMs: Date.parse(about.finishedAt) - Date.parse(about.startedAt),
    files: reportFiles.filter((file) => written.has(`reports/${merchant}/${id}/${file}`)),
  };
}

/** What the report says, as far as it is to be understood without the rows. */
function inWords(report: Report): Pick<Done, 'headline' | 'whatNext'> {
  const { headline, whatNext } = outcomeInWords(report);
  const [fault] = report.issues.map((issue) => issueInLanguage(issue, pageLanguage));
  switch (report.import.outcome) {
    case 'completed':
      return { headline, whatNext: '' };
    case 'completed_with_issues':
      return { headline, whatNext: 'The report says which cells to correct. Then drop the whole file here again.' };
    case 'refused':
      return { headline, whatNext: fault === undefined ? whatNext : `${fault.message} ${fault.fix}` };
    case 'stopped':
      return { headline, whatNext };
  }
}
