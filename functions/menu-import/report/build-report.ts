import type { Issue } from '../issues/issue.ts';
import type { SheetReading } from '../menu/sheet-reading.ts';
import type { Language } from '../words/language.ts';
import { reportInLanguage } from './report-in-language.ts';
import { type ImportHeader, type Report, type ReportRow, reportSchema, reportSchemaVersion } from './report-schema.ts';
import { nothingLeftToDo, summarizeRows } from './summarize-rows.ts';

type Header = Omit<ImportHeader, 'outcome' | 'reason'>;

const noCalls = { calls: 0, retries: 0 };

/** The report of an import that was stopped by a fault of the file or the set-up, before any call. `sheets`: none where the workbook could not be read. */
export function buildRefusedReport(
  header: Header,
  refusal: Issue,
  sheets: readonly SheetReading[] = [],
  language: Language = 'en',
): Report {
  return reportSchema.parse({
    schemaVersion: reportSchemaVersion,
    import: { ...header, outcome: 'refused', reason: refusal.code },
    summary: summarizeRows([], 0, noCalls),
    ...reportInLanguage({ issues: [refusal], rows: [] }, language),
    ...(sheets.length === 0 ? {} : { sheets }),
  });
}

/** What an import found and did. */
export interface ImportResult {
  /** In file order. */
  rows: ReportRow[];
  blankRows: number;
  /** About the file as a whole. */
  issues: Issue[];
  /** How each sheet was understood. Absent where the workbook could not be read any more. */
  sheets?: SheetReading[];
  calls: { calls: number; retries: number };
  /** Why the import stopped itself before its end. */
  stoppedBecause?: string;
  progress?: Report['progress'];
  /** Default: English. */
  language?: Language;
}

/** The report of an import that ran, to its end or until it stopped itself. Throws where the counts do not add up. */
export function buildReport(header: Header, result: ImportResult): Report {
  const summary = summarizeRows(result.rows, result.blankRows, result.calls);
  const finished = nothingLeftToDo(summary) ? 'completed' : 'completed_with_issues';
  return reportSchema.parse({
    schemaVersion: reportSchemaVersion,
    import: {
      ...header,
      outcome: result.stoppedBecause === undefined ? finished : 'stopped',
      ...(result.stoppedBecause === undefined ? {} : { reason: result.stoppedBecause }),
    },
    summary,
    ...reportInLanguage({ issues: result.issues, rows: result.rows }, result.language ?? 'en'),
    ...(result.sheets === undefined ? {} : { sheets: result.sheets }),
    ...(result.progress === undefined ? {} : { progress: result.progress }),
  });
}
