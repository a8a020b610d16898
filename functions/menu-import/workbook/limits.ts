/** How much of a workbook is read before it is refused. Sizes in bytes unless the name says otherwise. */
export const defaultReadLimits = {
  /** The file as uploaded. */
  maxFileBytes: 5_000_000,
  /** The same for a report that comes back: its result columns make it larger. */
  maxReportFileBytes: 10_000_000,
  /** All parts that are read, after inflating; counted while streaming, never believed from the directory. Also the characters of all cells. */
  maxInflatedBytes: 64_000_000,
  maxEntries: 1_000,
  /** Inflated to compressed size of one part; only counts beyond `ratioFreeBytes`. */
  maxCompressionRatio: 100,
  ratioFreeBytes: 100_000,
  /** Rows that are not blank, over all sheets. */
  maxRows: 20_000,
  /** The highest column with a value. Excel has 16,384. */
  maxColumns: 256,
  maxCellCharacters: 32_767,
  maxSeconds: 20,
  maxMemoryMegabytes: 256,
};

/** What a report adds to the rows and columns of its workbook: a sheet about the import, and the result columns. */
export const reportMargin = { rows: 500, columns: 8 };

export type ReadLimits = typeof defaultReadLimits;
