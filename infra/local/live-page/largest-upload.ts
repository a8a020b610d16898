import { defaultReadLimits } from '../../../functions/menu-import/workbook/limits.ts';

/** Bytes. Anything larger would be refused by the import, too, whatever it is. */
export const largestUploadBytes = defaultReadLimits.maxReportFileBytes;

export const tooLarge = `is larger than ${largestUploadBytes / 1_000_000} MB, which no menu needs. Remove the pictures from it, or split it.`;
