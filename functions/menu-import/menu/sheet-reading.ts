import * as z from 'zod';

const rowNumber = z.int().positive();
const count = z.int().nonnegative();

const columnsSchema = z.array(z.object({ column: z.string(), header: z.string(), field: z.string() }));

/** How one sheet was understood: the evidence in the report, and behind `inspect`. */
export const sheetReadingSchema = z.object({
  name: z.string(),
  hidden: z.boolean(),
  role: z.enum(['items', 'modifier_options', 'mixed', 'settings', 'ignored']),
  /** The last row of the header, from 1; absent where no header was found. */
  headerRow: rowNumber.exactOptional(),
  /** Its rows, where it has two. */
  headerRows: z.array(rowNumber).exactOptional(),
  /** Why that row, or why the sheet was ignored, in one sentence. */
  because: z.string(),
  /** The system that has written it, where it is an export: `Square`. */
  export: z.string().exactOptional(),
  columns: columnsSchema,
  unknownColumns: z.array(z.object({ column: z.string(), header: z.string(), nearest: z.string().exactOptional() })),
  /** Where columns are named anew further down, and otherwise. */
  furtherTables: z.array(z.object({ headerRow: rowNumber, columns: columnsSchema })).exactOptional(),
  /** Rows below the header that are not blank, and that are. */
  rows: count,
  blankRows: count,
  /** How many of the rows are no menu rows, by reason. */
  skipped: z.record(z.string(), count),
  /** The first 100 section titles; `skipped.section_title` counts all. */
  sections: z.array(z.object({ row: rowNumber, text: z.string() })),
});

export type SheetReading = z.infer<typeof sheetReadingSchema>;
