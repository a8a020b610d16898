import type { Language } from '../../functions/menu-import/words/language.ts';
import type { UploadWords } from './words/upload-words.ts';

/** What the page's script is told; everything else is in the form. */
export interface PageSettings {
  merchant: string;
  language: Language;
  /** ISO 8601. */
  expiresAt: string;
  /** From whom the restaurant gets the report, in the page's language. */
  contact: string;
  largestBytes: number;
  words: UploadWords;
}
