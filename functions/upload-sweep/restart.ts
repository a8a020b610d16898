import type { Upload } from './upload-of.ts';

/** How an upload is started again. */
export interface Restart {
  /** Of the durable execution: letters, digits, `-` and `_`, at most 64. */
  executionName: string;
  payload: string;
}

/**
 * Names the execution after the upload and the period that it is in. Lambda starts a name once, so however often the sweep runs,
 * an upload is started once in a period, and again in the next one if that came to nothing.
 */
export function restart({ importId, uploadedAt, notification }: Upload, now: Date, periodMs: number): Restart {
  const period = Math.floor((now.getTime() - uploadedAt.getTime()) / periodMs);
  return { executionName: `sweep-${importId}-${period}`, payload: JSON.stringify(notification) };
}
