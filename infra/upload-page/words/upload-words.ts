import type { Language } from '../../../functions/menu-import/words/language.ts';
import type { Failure } from '../failure.ts';
import { words as en } from './en.ts';
import { words as id } from './id.ts';

/** Every word of the upload page. Texts with `{name}` are templates, see `fillTemplate`. */
export interface UploadWords {
  title: string;
  forMerchant: string;
  drop: string;
  choose: string;
  kinds: string;
  until: string;
  /** Who sends the report, where nobody is named. */
  sender: string;

  sending: string;
  progress: string;
  almost: string;
  keepOpen: string;
  arrived: string;
  another: string;

  next: string;
  steps: readonly string[];

  again: string;
  expired: string;
  failures: Readonly<Record<Failure, string>>;

  withoutScripts: string;
  send: string;
}

const tables: Readonly<Record<Language, UploadWords>> = { en, id };

export function uploadWords(language: Language): UploadWords {
  return tables[language];
}
