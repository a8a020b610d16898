import { parseArgs } from 'node:util';
import { merchantPattern } from '../../../../functions/menu-import/parse-event.ts';
import { type Language, languages } from '../../../../functions/menu-import/words/language.ts';
import { CannotRun } from '../exit-status.ts';
import { isBucketName, notABucket } from '../report/parse-report-command.ts';
import { parseExpires } from './parse-expires.ts';
import type { UploadLinkCommand } from './upload-link-command.ts';

const text = { type: 'string' } as const;
const options = {
  expires: text,
  bucket: text,
  state: text,
  out: text,
  language: text,
  contact: text,
  json: { type: 'boolean' },
} as const;
const longestContact = 200;

/** Reads what follows `upload-link`. Throws `CannotRun` with what is wrong and how to do it right. */
export function parseUploadLinkCommand(words: readonly string[]): UploadLinkCommand {
  const { values, positionals } = parseWords(words);
  const [merchant, ...more] = positionals;
  if (merchant === undefined) throw new CannotRun('upload-link needs the merchant who will upload, for example: upload-link warung-hoshi');
  if (more.length > 0) throw new CannotRun(`upload-link takes one merchant, but got ${positionals.length}: each has a page of its own.`);
  if (!merchantPattern.test(merchant)) {
    throw new CannotRun(`"${merchant}" cannot be the name of a merchant: use small letters, digits and hyphens, at most 63 of them.`);
  }
  const { expires = '7d', bucket, state, out, json = false } = values;
  const expiresSeconds = parseExpires(expires);
  if (expiresSeconds === undefined) {
    throw new CannotRun(
      `--expires ${expires} cannot be: write 7d, 12h or 30m, from one minute to seven days, which is the longest that S3 signs.`,
    );
  }
  if (bucket !== undefined && !isBucketName(bucket)) throw new CannotRun(notABucket(bucket));
  if (bucket !== undefined && state !== undefined) {
    throw new CannotRun('--bucket is about AWS, --state about this machine: name one of them.');
  }
  if (json && out !== undefined) throw new CannotRun('--json prints the link and writes no page: leave out --json or --out.');
  return {
    merchant,
    expiresSeconds,
    json,
    ...(bucket === undefined ? {} : { bucket }),
    ...(state === undefined ? {} : { state }),
    ...(out === undefined ? {} : { out }),
    ...languageOf(values.language),
    ...contactOf(values.contact),
  };
}

function parseWords(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch (error) {
    throw new CannotRun(error instanceof Error ? `${error.message}.` : '', { cause: error });
  }
}

function languageOf(written: string | undefined): { language?: Language } {
  if (written === undefined) return {};
  const language = languages.find((known) => known === written);
  if (language === undefined) throw new CannotRun(`There is no page in "${written}": choose one of ${languages.join(', ')}.`);
  return { language };
}

function contactOf(written: string | undefined): { contact?: string } {
  const contact = written?.trim();
  if (contact === undefined || contact === '') return {};
  if (contact.length > longestContact || /\p{Cc}/u.test(contact)) {
    throw new CannotRun(`--contact is one line of at most ${longestContact} characters, such as "Sari, +62 812 5555 0100".`);
  }
  return { contact };
}
