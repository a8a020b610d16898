import type { Report } from '../../../functions/menu-import/report/report-schema.ts';
import type { SandboxState } from '../../../infra/local/sandbox/sandbox-state.ts';
import type { KlikitCall } from '../klikit-in-process.ts';
import type { Put } from '../memory-bucket.ts';

/** A row of the workbook, and what should become of it where nothing goes wrong. */
export interface ExpectedRow {
  sheet: string;
  row: number;
  /** In the default language. Tells the rows apart that are sent. */
  title: string;
  /** `edited`: an earlier version of the menu has the row with other content. */
  fate: 'sent' | 'edited' | 'failed';
  /** Of an option: the group that it belongs to. */
  groupId?: number;
  /** Of an option: whether klikit takes its link. */
  linkFate?: 'sent' | 'refused';
}

/** An upload that must have its report in the end. */
export interface ExpectedImport {
  reportKey: string;
  rows: readonly ExpectedRow[];
  /** A newer version of its key may have been imported before it. */
  mayBeSuperseded?: boolean;
}

/** Everything that can be seen when all has come to rest. */
export interface EndState {
  /** Every write to the results bucket, in order. */
  puts: readonly Put[];
  calls: readonly KlikitCall[];
  klikit: Pick<SandboxState, 'entries' | 'groups'>;
  logLines: readonly string[];
  imports: readonly ExpectedImport[];
  credentials: { partnerKey: string; secretKey: string };
  promises: Promises;
}

/** What the importer promises, as it depends on the klikit before it. */
export interface Promises {
  /** False only where keys are not honoured and a write in doubt is sent again. */
  nothingTwice: boolean;
  /** Every row that can be sent is there in the end, and is known to be: nothing `unknown`, nothing `not_attempted`. */
  everythingKnown: boolean;
  /** Nothing befell anybody: what klikit refuses is asked for once, and known to be refused. */
  undisturbed: boolean;
}

/** An import with its report, as far as that can be read. */
export interface ReportedImport extends ExpectedImport {
  report: Report;
}
