import * as z from 'zod';
import { paramsSchema } from './param.ts';

const severitySchema = z.enum(['error', 'warning']);

/** Something to tell the merchant, with the place it was found. */
export const issueSchema = z.object({
  /** Stable, for machines: `price_unreadable`. */
  code: z.string(),
  severity: severitySchema,
  /** Absent where it is about the file as a whole. */
  sheet: z.string().optional(),
  /** From 1, as Excel counts. */
  row: z.int().positive().optional(),
  /** A letter. */
  column: z.string().optional(),
  /** As Excel names it: `C12`. */
  cell: z.string().optional(),
  /** What the cell shows, as seen; at most 200 characters. */
  value: z.string().optional(),
  /** What is wrong, for a restaurant owner. */
  message: z.string(),
  /** What to do about it. */
  fix: z.string(),
  /** What the sentences mention besides the place, for programs, and so that they can be said in another language. */
  params: paramsSchema.optional(),
});

export type Issue = z.infer<typeof issueSchema>;
