import { inflateParts } from '../workbooks/inflate-parts.ts';
import type { Read } from './reader.ts';

/** The floor: every part is inflated, and none is read. */
export const read: Read = async (bytes) => {
  for (const { content } of inflateParts(bytes)) if (content.length === 0) throw new Error('an empty part');
};
