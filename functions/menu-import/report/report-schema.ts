import * as z from 'zod';
import { issueSchema } from '../issues/issue.ts';
import { sheetReadingSchema } from '../menu/sheet-reading.ts';
import { languages } from '../words/language.ts';
import { linkStatuses, rowStatuses } from './statuses.ts';

export const reportSchemaVersion = 1;
/** Enough for a picture of any width. */
const mostProgressPoints = 100;

const rowStatusSchema = z.enum(rowStatuses);
const linkStatusSchema = z.enum(linkStatuses);
const count = z.int().nonnegative();
const klikitIdSchema = z.int().positive();

const linkSchema = z.object({
  groupId: klikitIdSchema.optional(),
  groupTitle: z.string().optional(),
  status: linkStatusSchema,
  requestIds: z.array(z.string()),
});

const changeValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const reportRowSchema = z.object({
  sheet: z.string(),
  /** From 1, as Excel counts. */
  row: z.int().positive(),
  status: rowStatusSchema,
  kind: z.enum(['item', 'modifier_option']).optional(),
  /** The identity used: `sku:A1`, `title:nasi goreng`. */
  key: z.string().optional(),
  title: z.string().optional(),
  /** As the row has it, whatever identity was used. */
  sku: z.string().optional(),
  klikitId: klikitIdSchema.optional(),
  /** Of every answer about this entry that was recorded, in order. */
  requestIds: z.array(z.string()),
  link: linkSchema.optional(),
  /** What differs from what klikit was sent earlier; `null` where a side has no value. */
  changes: z.array(z.object({ field: z.string(), before: changeValue, after: changeValue })).optional(),
  notAttemptedBecause: z.string().optional(),
  skippedBecause: z.string().optional(),
  issues: z.array(issueSchema),
});

const summarySchema = z.object({
  rows: count,
  blankRows: count,
  created: count,
  unchanged: count,
  changed: count,
  failed: count,
  skipped: count,
  not_attempted: count,
  unknown: count,
  links: z.object({ linked: count, already_linked: count, failed: count, not_attempted: count, unknown: count }),
  /** Requests that klikit was sent, retries included. */
  calls: count,
  retries: count,
});

const sourceSchema = z.object({
  bucket: z.string(),
  key: z.string(),
  versionId: z.string().optional(),
  /** Hexadecimal; empty where the file could not be read any more. */
  sha256: z.string(),
  bytes: count,
});

const importSchema = z.object({
  id: z.string(),
  merchant: z.string(),
  trigger: z.enum(['upload', 'schedule', 'manual']),
  source: sourceSchema,
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  outcome: z.enum(['completed', 'completed_with_issues', 'refused', 'stopped']),
  /** The code of the fault, where the import was refused or stopped. */
  reason: z.string().optional(),
});

const progressSchema = z
  .array(z.object({ at: z.iso.datetime(), done: count }))
  .max(mostProgressPoints)
  .refine((points) => points.every(({ at, done }, next) => next === 0 || isLater(points[next - 1], { at, done })), 'progress goes on');

function isLater(before: { at: string; done: number } | undefined, { at, done }: { at: string; done: number }): boolean {
  return before === undefined || (Date.parse(before.at) <= Date.parse(at) && before.done <= done);
}

/** `report.json`: every row below the header that is not blank, in file order, and what became of it. */
export const reportSchema = z
  .object({
    schemaVersion: z.literal(reportSchemaVersion),
    import: importSchema,
    summary: summarySchema,
    /** What messages, fixes and the renderings are written in. Absent in reports of old, which are in English. */
    language: z.enum(languages).optional(),
    /** About the file as a whole. */
    issues: z.array(issueSchema),
    /** How each sheet was understood, in the order of the tabs. Absent where the workbook could not be read, and in reports of old. */
    sheets: z.array(sheetReadingSchema).optional(),
    /** How the import went on: how many rows were decided by which time, ascending. Absent where nothing was sent, and in reports of old. */
    progress: progressSchema.optional(),
    rows: z.array(reportRowSchema),
  })
  .superRefine((report, context) => {
    const { rows, summary, sheets } = report;
    const complain = (message: string) => context.addIssue({ code: 'custom', message });
    if (rows.length !== summary.rows) complain('summary.rows is not the number of rows');
    for (const status of rowStatuses) {
      if (rows.filter((row) => row.status === status).length !== summary[status]) complain(`summary.${status} does not add up`);
    }
    for (const status of linkStatuses) {
      if (rows.filter((row) => row.link?.status === status).length !== summary.links[status]) {
        complain(`summary.links.${status} does not add up`);
      }
    }
    if (sheets !== undefined && report.import.outcome !== 'refused') {
      if (sheets.reduce((sum, sheet) => sum + sheet.rows, 0) !== summary.rows) complain('the rows of the sheets do not add up');
      if (sheets.reduce((sum, sheet) => sum + sheet.blankRows, 0) !== summary.blankRows) complain('their blank rows do not add up');
    }
    if (report.import.outcome === 'refused' && (rows.length > 0 || report.issues.length === 0)) {
      complain('a refused import has no rows, and an issue that says why');
    }
  });

export type Report = z.infer<typeof reportSchema>;
export type ReportRow = z.infer<typeof reportRowSchema>;
export type ReportSummary = z.infer<typeof summarySchema>;
export type ImportHeader = z.infer<typeof importSchema>;
export type ReportLink = z.infer<typeof linkSchema>;
