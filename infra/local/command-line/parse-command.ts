import { parseArgs } from 'node:util';
import { merchantPattern } from '../../../functions/menu-import/parse-event.ts';
import { CannotRun } from './exit-status.ts';
import { parseReportCommand } from './report/parse-report-command.ts';
import type { ReportCommand } from './report/report-command.ts';
import { parseUploadLinkCommand } from './upload-link/parse-upload-link-command.ts';
import type { UploadLinkCommand } from './upload-link/upload-link-command.ts';

export type Command =
  | { command: 'help' }
  | { command: 'check'; file: string; json: boolean }
  | { command: 'inspect'; file: string; cells: boolean }
  | { command: 'import'; file: string; api?: string; merchant: string; state: string; out?: string; json: boolean }
  | { command: 'template'; out: string }
  | { command: 'serve'; state: string; merchant: string }
  | { command: 'report'; report: ReportCommand }
  | { command: 'upload-link'; uploadLink: UploadLinkCommand };

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

/** Which options a command takes; any other is a mistake that is named. */
const optionsOf = {
  check: { json: flag },
  inspect: { cells: flag },
  import: { api: text, merchant: text, state: text, out: text, json: flag },
  template: { out: text },
  serve: { state: text, merchant: text },
} as const;

export const usage = `Usage: npm run import -- COMMAND ...

FILE is an Excel workbook (.xlsx, .xlsm) or a CSV; what it is shows in its bytes, not in its name.

  check FILE                 read and plan; no network, nothing is remembered
    --json                   the report as JSON: what would be imported, what is wrong
  inspect FILE               what was read: sheets, header rows, columns understood and not
    --cells                  every cell that is not blank, one JSON line each
  import FILE                the whole way: upload, event, function, klikit, report
    --api URL                a klikit of your own choice (default: the embedded sandbox);
                             credentials from KLIKIT_PARTNER_KEY and KLIKIT_SECRET_KEY
    --merchant ID            default: demo
    --state DIR              where the local buckets live (default: .local)
    --out DIR                copies the report there
    --json                   prints report.json, and nothing else, on stdout
  template [--out FILE]      the merchant's empty workbook (default: menu-template.xlsx)
  serve                      a page to drop menus on and watch imports, with S3, secrets and
                             klikit sandbox behind it on this machine, until stopped
    --state DIR, --merchant ID
                             KLIKIT_PARTNER_KEY and KLIKIT_SECRET_KEY: what its sandbox accepts
  report list, get, find, summary
                             what became of imports, on this machine and on AWS; report help
                             says how
  upload-link MERCHANT       a page with which a merchant without AWS uploads menus, and nobody else's
    --expires TIME           7d (the default, and the longest), 12h or 30m
    --bucket NAME            the uploads bucket on AWS (or UPLOADS_BUCKET in the environment), with
                             the credentials and the region that the AWS CLI would use
    --state DIR              without a bucket: that of a running serve (default: .local)
    --out FILE               default: upload-MERCHANT.html
    --language en|id         of the page (default: DEFAULT_LANGUAGE, else en)
    --contact TEXT           from whom the merchant gets the report
    --json                   prints url, fields and expiresAt, and writes no page

Exit status: 0 everything is in klikit; 1 some rows need attention; 2 the file was refused; 3 the import could not run.`;

/** Reads the words of a command line. Throws `CannotRun` with what is wrong and how to do it right. */
export function parseCommand(words: readonly string[]): Command {
  const [name, ...rest] = words;
  if (name === undefined || ['help', '--help', '-h'].includes(name)) return { command: 'help' };
  if (name === 'report') return { command: name, report: parseReportCommand(rest) };
  if (name === 'upload-link') return { command: name, uploadLink: parseUploadLinkCommand(rest) };
  if (!isCommand(name)) throw wrongUsage(`There is no command "${name}".`);
  const { values, positionals } = parseWords(name, rest);
  const state = values.state ?? '.local';
  const merchant = values.merchant ?? 'demo';
  if (!merchantPattern.test(merchant)) {
    throw wrongUsage(`"${merchant}" cannot be the name of a merchant: use small letters, digits and hyphens, at most 63 of them.`);
  }

  if (name === 'template' || name === 'serve') {
    if (positionals.length > 0) throw wrongUsage(`${name} takes no file, but got "${positionals[0]}".`);
    return name === 'serve' ? { command: 'serve', state, merchant } : { command: 'template', out: values.out ?? 'menu-template.xlsx' };
  }
  const [file, ...more] = positionals;
  if (file === undefined) throw wrongUsage(`${name} needs a file.`);
  if (more.length > 0) throw wrongUsage(`${name} takes one file, but got ${positionals.length}.`);
  const json = values.json ?? false;
  if (name === 'check') return { command: name, file, json };
  if (name === 'inspect') return { command: name, file, cells: values.cells ?? false };
  const { api, out } = values;
  return { command: name, file, merchant, state, json, ...(api === undefined ? {} : { api }), ...(out === undefined ? {} : { out }) };
}

interface Words {
  values: { json?: boolean; cells?: boolean; api?: string; merchant?: string; state?: string; out?: string };
  positionals: string[];
}

function isCommand(name: string): name is keyof typeof optionsOf {
  return Object.hasOwn(optionsOf, name);
}

function parseWords(name: keyof typeof optionsOf, words: string[]): Words {
  try {
    return parseArgs({ args: words, options: optionsOf[name], allowPositionals: true }) as Words;
  } catch (error) {
    throw wrongUsage(error instanceof Error ? `${error.message}.` : '', error);
  }
}

function wrongUsage(message: string, cause?: unknown): CannotRun {
  return new CannotRun(`${message}\n\n${usage}`, { cause });
}
