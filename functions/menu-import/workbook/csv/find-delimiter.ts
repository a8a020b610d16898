import { WorkbookRefused } from '../errors.ts';
import { splitCsv } from './split-csv.ts';

/** Where two fit equally well, the first: commas are the most likely to be part of a text. */
const candidates = ['\t', ';', '|', ','] as const;
const bytesToJudge = 262_144;
const recordsToJudge = 50;

/** What separates the fields, in UTF-8 text: what gives most of the first records the same number of fields, and most fields. */
export async function findDelimiter(text: Buffer): Promise<string> {
  const fits = await Promise.all(candidates.map((delimiter) => fitOf(text, delimiter)));
  const [best] = fits.filter(({ fields }) => fields > 1).toSorted(byFit);
  return best?.delimiter ?? ',';
}

interface Fit {
  delimiter: string;
  /** The number of fields that most records have. */
  fields: number;
  /** How many records have it, from 0 to 1. */
  share: number;
  /** The quotation marks make no sense with it. */
  broken: boolean;
}

function byFit(a: Fit, b: Fit): number {
  return Number(a.broken) - Number(b.broken) || b.share - a.share || b.fields - a.fields;
}

async function fitOf(text: Buffer, delimiter: string): Promise<Fit> {
  const widths = new Map<number, number>();
  const broken = await hasStrayQuote(
    splitCsv(
      text.subarray(0, bytesToJudge),
      (row, column, field) => {
        if (column > 1 || field !== '') widths.set(row, column);
      },
      { delimiter, mostRecords: recordsToJudge },
    ),
  );
  const counts = Map.groupBy(widths.values(), (width) => width);
  const [fields = 1, records = []] =
    [...counts].filter(([width]) => width > 1).toSorted(([a, as], [b, bs]) => bs.length - as.length || b - a)[0] ?? [];
  return { delimiter, fields, share: records.length / widths.size, broken };
}

/** A quotation mark that is still open says nothing: it may be closed further down. */
async function hasStrayQuote(splitting: Promise<void>): Promise<boolean> {
  try {
    await splitting;
    return false;
  } catch (error) {
    if (error instanceof WorkbookRefused) return error.code === 'csv_stray_quote';
    throw error;
  }
}
