import type { KnownImport } from './read-reports.ts';

/** How the imports of one merchant went, or of all of them. */
export interface ImportsSummary {
  imports: number;
  completed: number;
  withIssues: number;
  refused: number;
  stopped: number;
  /** Of all imports, the same row each time that it was uploaded. */
  rows: number;
  rowsFailed: number;
  /** From 0 to 1. Absent where there was no row. */
  failureRate?: number;
  /** As they stand: those of the newest import of each file that got as far as its rows. */
  rowsUnknown: number;
  rowsNotSent: number;
  linksNotMade: number;
  /** When the newest import ended after which everything was in klikit. */
  lastSuccess?: string;
  /** When the newest import began. Absent where there was none. */
  lastImport?: string;
}

export interface MerchantSummary extends ImportsSummary {
  merchant: string;
}

/** One summary a merchant, those that somebody must look at first. `imports`: the newest first. */
export function summarizeMerchants(imports: readonly KnownImport[]): MerchantSummary[] {
  return [...Map.groupBy(imports, ({ merchant }) => merchant)]
    .map(([merchant, own]) => ({ merchant, ...summarizeImports(own) }))
    .sort(whatNeedsALookFirst);
}

/** `imports`: the newest first. */
export function summarizeImports(imports: readonly KnownImport[]): ImportsSummary {
  const ended = (outcome: KnownImport['outcome']) => imports.filter((known) => known.outcome === outcome).length;
  const sum = (of: readonly KnownImport[], count: (summary: KnownImport['summary']) => number) =>
    of.reduce((total, { summary }) => total + count(summary), 0);
  const current = newestOfEachFile(imports);
  const rows = sum(imports, (summary) => summary.rows);
  const rowsFailed = sum(imports, (summary) => summary.failed);
  const [newest] = imports;
  const success = imports.find(({ outcome }) => outcome === 'completed');
  return {
    imports: imports.length,
    completed: ended('completed'),
    withIssues: ended('completed_with_issues'),
    refused: ended('refused'),
    stopped: ended('stopped'),
    rows,
    rowsFailed,
    ...(rows === 0 ? {} : { failureRate: rowsFailed / rows }),
    rowsUnknown: sum(current, (summary) => summary.unknown),
    rowsNotSent: sum(current, (summary) => summary.not_attempted),
    linksNotMade: sum(current, linksNotMade),
    ...(success === undefined ? {} : { lastSuccess: success.finishedAt }),
    ...(newest === undefined ? {} : { lastImport: newest.startedAt }),
  };
}

/** Options that are not in their modifier group, or not known to be. */
export function linksNotMade({ links }: KnownImport['summary']): number {
  return links.failed + links.not_attempted + links.unknown;
}

/** A row that is `unknown` is so in each later import of its file: it counts once. */
function newestOfEachFile(imports: readonly KnownImport[]): KnownImport[] {
  const withRows = imports.filter(({ summary }) => summary.rows > 0);
  return [...Map.groupBy(withRows, ({ merchant, file }) => `${merchant} ${file}`).values()].flatMap(([newest]) => newest ?? []);
}

function whatNeedsALookFirst(one: MerchantSummary, other: MerchantSummary): number {
  const lessThan = (count: (summary: MerchantSummary) => number) => count(other) - count(one);
  return (
    lessThan(({ rowsUnknown }) => rowsUnknown) ||
    lessThan(({ rowsNotSent }) => rowsNotSent) ||
    lessThan(({ failureRate = 0 }) => failureRate) ||
    lessThan(({ refused, stopped }) => refused + stopped) ||
    (one.merchant < other.merchant ? -1 : 1)
  );
}
