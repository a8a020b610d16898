import { columnLetter } from '../column-letter.ts';
import { WorkbookRefused } from '../errors.ts';

/** Is told each field, blank ones too. `row` and `column` count from 1, as Excel does that opens the file. */
type FieldVisitor = (row: number, column: number, text: string) => void;

interface SplitOptions {
  delimiter: string;
  /** Default: all. */
  mostRecords?: number;
  /** The number of the line that the text begins with, for whoever looks for a fault. */
  firstLine?: number;
}

/** What broken quotes are called; anything else that the parser could complain of has been allowed to it. */
const faults = {
  CSV_QUOTE_NOT_CLOSED: 'csv_unclosed_quote',
  CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE: 'csv_stray_quote',
} as const;

/**
 * Splits UTF-8 text into fields. A quotation mark inside an unquoted field is a letter, and spaces around a quoted field do not matter; but where
 * something follows a closing quotation mark, or it never comes, nobody knows where the field ends: throws `WorkbookRefused`. What the visitor throws is thrown.
 */
export async function splitCsv(text: Buffer, visit: FieldVisitor, { delimiter, mostRecords, firstLine = 1 }: SplitOptions): Promise<void> {
  // Only where it is needed, so that no workbook waits for it.
  const { CsvError, parse } = await import('csv-parse/sync');
  let [row, column] = [1, 0];
  let fieldStart = 0;
  try {
    parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      trim: true,
      cast(field, { bytes }) {
        column += 1;
        fieldStart = bytes + 1;
        visit(row, column, field);
        return '';
      },
      on_record(_, { bytes }) {
        row += 1;
        column = 0;
        fieldStart = bytes;
        return null;
      },
      ...(mostRecords === undefined ? {} : { to: mostRecords }),
    });
  } catch (error) {
    if (!(error instanceof CsvError) || !(error.code in faults)) throw error;
    const details = { line: firstLine + lineBreaks(text, fieldStart), cell: `${columnLetter(column + 1)}${row}` };
    throw new WorkbookRefused(faults[error.code as keyof typeof faults], details, { cause: error });
  }
}

function lineBreaks(text: Buffer, end: number): number {
  return text.toString('latin1', 0, end).split(/\r\n?|\n/).length - 1;
}
