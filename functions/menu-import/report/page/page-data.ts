import type { Language } from '../../words/language.ts';
import type { ReportRow } from '../report-schema.ts';
import type { ReportWords } from '../words/report-words.ts';

/** What the script of the page is told, as JSON in the page. */
export interface PageData {
  rows: ReportRow[];
  language: Language;
  words: ReportWords;
}
