import * as z from 'zod';
import { defaultReadLimits, type ReadLimits } from './workbook/limits.ts';

const count = z.int().positive();

/** Limits of reading as a deployment sets them: what it leaves out keeps its default. Apart from the limits, as the thread that reads needs no schemas. */
export const readLimitsSchema = z
  .strictObject({
    maxFileBytes: count,
    maxReportFileBytes: count,
    maxInflatedBytes: count,
    maxEntries: count,
    maxCompressionRatio: count,
    ratioFreeBytes: count,
    maxRows: count,
    maxColumns: count.max(16_384),
    maxCellCharacters: count,
    maxSeconds: z.number().positive(),
    maxMemoryMegabytes: count,
  } satisfies Record<keyof ReadLimits, z.ZodNumber>)
  .partial()
  .transform(
    (set): ReadLimits => ({ ...defaultReadLimits, ...Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined)) }),
  );
