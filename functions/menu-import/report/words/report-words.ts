import type { SkippedBecause } from '../../menu/menu.ts';
import { type Language, languageOf } from '../../words/language.ts';
import type { LinkStatus, RowStatus } from '../statuses.ts';
import { words as en } from './en.ts';
import { words as id } from './id.ts';

/** What a row is that is no menu row: of one, and of many. */
export type OneAndMany = readonly [one: string, many: string];

/** Every word of a report besides its issues. Texts with `{name}` are templates, see `fillTemplate`. */
export interface ReportWords {
  /** What a restaurant owner calls what became of a row. */
  statuses: Readonly<Record<RowStatus, string>>;
  /** The same of the link of an option to its group. */
  links: Readonly<Record<LinkStatus, string>>;
  skipped: Readonly<Record<SkippedBecause, OneAndMany>>;
  /** A row of the sheet, where no cell is named. */
  row: string;
  /** Places that are not named. */
  more: string;

  // What happened, and what to do now
  completed: string;
  nothingToDo: string;
  completedWithRemarks: string;
  completedInPart: string;
  failedRows: string;
  changedRows: string;
  notAttemptedRows: string;
  unknownRows: string;
  correctAndUpload: string;
  refused: string;
  doWhatIsSaid: string;
  stopped: string;
  uploadLater: string;
  askOperator: string;

  // The page
  about: string;
  whatHappened: string;
  rowsByFate: string;
  progress: string;
  progressInTime: string;
  progressPerMinute: string;
  pleaseFix: string;
  pleaseCheck: string;
  forExample: string;
  showRows: string;
  rows: string;
  withoutScripts: string;
  search: string;
  searchHint: string;
  whatBecameOfIt: string;
  anything: string;
  sheet: string;
  all: string;
  onlyLike: string;
  showAll: string;
  rowsOfMenu: string;
  place: string;
  result: string;
  title: string;
  klikitId: string;
  whatToDo: string;
  requestIds: string;
  showMore: string;
  showEarlier: string;
  rowsFound: string;
  allRows: string;
  copyRequestId: string;
  copied: string;
  copyByHand: string;
  changed: string;
  nothing: string;
  yes: string;
  no: string;
}

const all: Readonly<Record<Language, ReportWords>> = { en, id };

/** The words of a report. `language`: as the report names it; reports of old name none, and are in English. */
export function reportWords(language: string | undefined): ReportWords {
  return all[languageOf(language)];
}
