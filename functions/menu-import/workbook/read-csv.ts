import { ContentBudget } from './content-budget.ts';
import { decodeCsv } from './csv/decode-csv.ts';
import { findDelimiter } from './csv/find-delimiter.ts';
import { namedDelimiter } from './csv/named-delimiter.ts';
import { shownText } from './csv/shown-text.ts';
import { splitCsv } from './csv/split-csv.ts';
import type { ReadLimits } from './limits.ts';
import { SheetPacker } from './pack-sheet.ts';
import { CellKind, type PackedWorkbook } from './packed-workbook.ts';
import { TextPool } from './text-pool.ts';

const sheet = { name: 'CSV', hidden: false, merges: [], columnRanges: [] };
const lastColumn = 16_384;
const plain = { position: 0 };

/** Reads separated text as the one sheet that Excel shows when it opens the file; every cell is a text, or an error. Throws `WorkbookRefused`. */
export async function readCsv(bytes: Uint8Array, limits: ReadLimits): Promise<PackedWorkbook> {
  const text = decodeCsv(bytes);
  const { rest, ...options } = namedDelimiter(text) ?? { delimiter: await findDelimiter(text), rest: text };
  const budget = new ContentBudget(limits);
  const packer = new SheetPacker(budget, sheet.name.length);
  const pool = new TextPool();
  const place = { row: 0, column: 0, rowHidden: false, columnHidden: false };
  await splitCsv(
    rest,
    (row, column, field) => {
      // Blank fields are nothing, but Excel has no place for these, and their number should not be a file's to choose.
      if (column > lastColumn) budget.checkColumn(column);
      const content = shownText(field);
      if (content === undefined) return;
      budget.checkText(content.value.length);
      budget.countText(content.value.length);
      place.row = row;
      place.column = column;
      packer.add(place, CellKind[content.type], pool.add(content.value), plain);
    },
    options,
  );
  // Reports are workbooks.
  budget.checkMargin(() => false);
  return { sheets: [packer.pack(sheet)], ...pool.pack(), numberFormats: [] };
}
