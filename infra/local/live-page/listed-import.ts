import type { ImportProgress } from '../../../functions/menu-import/import-ports.ts';
import type { NotAttemptedCause } from '../../../functions/menu-import/klikit/write-outcome.ts';
import type { ImportHeader } from '../../../functions/menu-import/report/report-schema.ts';
import type { RowStatus } from '../../../functions/menu-import/report/statuses.ts';

interface About {
  /** Of the import. */
  id: string;
  merchant: string;
  /** What was uploaded is named so; any text. */
  file: string;
  /** ISO 8601: when it was uploaded, or, of an import before this serve, when it began. */
  since: string;
}

interface Waiting extends About {
  state: 'waiting';
}

export interface Running extends About {
  state: 'running';
  /** Absent while the workbook is read. */
  rows?: ImportProgress;
  /** Requests sent to klikit, retries included. */
  calls: number;
  /** How often it waited for klikit. */
  pauses: number;
  waits?: Wait;
}

/** Why an import does not go on right now, and for how long: klikit, or an earlier import of the merchant (`turn`). */
export interface Wait {
  because: NotAttemptedCause | 'slice' | 'turn';
  seconds: number;
}

/** It could not run; there is no report. */
interface Failed extends About {
  state: 'failed';
}

export interface Done extends About {
  state: 'done';
  outcome: ImportHeader['outcome'];
  /** What happened, in a sentence. */
  headline: string;
  /** Empty where there is nothing to do. */
  whatNext: string;
  /** Rows by what became of them, without what became of none. */
  counts: readonly { status: RowStatus; words: string; count: number }[];
  rows: number;
  calls: number;
  tookMs: number;
  /** Which files of its report there are. */
  files: readonly ReportFile[];
}

/** An import as the page lists it. */
export type ListedImport = Waiting | Running | Failed | Done;

export const reportFiles = ['report.html', 'report.xlsx', 'report.json'] as const;
export type ReportFile = (typeof reportFiles)[number];
