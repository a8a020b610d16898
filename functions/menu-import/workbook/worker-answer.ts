import type { WorkbookRefusalCode } from './errors.ts';
import type { Workbook } from './workbook.ts';

/** What the reading worker sends back. Errors lose their class between threads, so a refusal travels as plain fields. */
export type WorkerAnswer = { workbook: Workbook } | { code: WorkbookRefusalCode; details: Readonly<Record<string, string | number>> };
