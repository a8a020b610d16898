import * as z from 'zod';

/** How much of a workbook is read before it is refused. Sizes in bytes unless the name says otherwise. */
export const readLimitsSchema = z.strictObject({
  /** The file as uploaded. */
  maxFileBytes: z.int().positive().default(5_000_000),
  /** The same for a report that comes back: its result columns make it larger. */
  maxReportFileBytes: z.int().positive().default(10_000_000),
  /** All parts that are read, after inflating; counted while streaming, never believed from the directory. Also the characters of all cells. */
  maxInflatedBytes: z.int().positive().default(64_000_000),
  maxEntries: z.int().positive().default(1_000),
  /** Inflated to compressed size of one part; only counts beyond `ratioFreeBytes`. */
  maxCompressionRatio: z.int().positive().default(100),
  ratioFreeBytes: z.int().positive().default(100_000),
  /** Rows that are not blank, over all sheets. */
  maxRows: z.int().positive().default(20_000),
  /** The highest column with a value. */
  maxColumns: z.int().positive().default(256),
  maxCellCharacters: z.int().positive().default(32_767),
  maxSeconds: z.number().positive().default(20),
  maxMemoryMegabytes: z.int().positive().default(256),
});

export type ReadLimits = z.infer<typeof readLimitsSchema>;

export const defaultReadLimits: ReadLimits = readLimitsSchema.parse({});
