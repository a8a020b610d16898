import type { FindingParams } from '../issues/finding.ts';
import type { WorkbookRefusalCode } from './errors.ts';
import type { ReadLimits } from './limits.ts';
import type { PackedWorkbook } from './packed-workbook.ts';

/** The one file that a reading worker is for. */
export interface WorkerTask {
  bytes: Uint8Array;
  limits: ReadLimits;
}

/** What the reading worker sends back. Errors lose their class between threads, so a refusal travels as plain fields. */
export type WorkerAnswer =
  | { workbook: PackedWorkbook }
  | {
      code: WorkbookRefusalCode;
      details: FindingParams;
      /** What the archive or its XML was refused for, in the words of their parsers, for the log. */
      cause?: string;
    };
