import { createInflateRaw, inflateRawSync } from 'node:zlib';
import { WorkbookRefused } from './errors.ts';

/** How a part lies in the archive. */
export interface PackedPart {
  bytes: Buffer;
  /** 0: stored, 8: deflated. */
  compressionMethod: number;
  /** What the archive says it unpacks to; it may lie. */
  declaredBytes: number;
}

/** Up to here a part is unpacked in one go, which is faster by a quarter, but is all in memory. */
const largestWhole = 8_000_000;
/** Large enough that few chunks cost little, and small enough to be gone soon. */
const chunkBytes = 32_768;
/** Room for zlib to see that nothing is left. */
const spare = 64;

/** The contents of a part in chunks, so that whoever counts or refuses can stop. A part that is larger than it says is unpacked in chunks, too. */
export async function* inflatePart({ bytes, compressionMethod, declaredBytes }: PackedPart): AsyncIterable<Buffer> {
  switch (compressionMethod) {
    case 0:
      yield* inChunks(bytes);
      return;
    case 8: {
      const whole = declaredBytes <= largestWhole ? inflateWhole(bytes, declaredBytes) : undefined;
      if (whole !== undefined) yield* inChunks(whole);
      else yield* createInflateRaw({ chunkSize: chunkBytes }).end(bytes);
      return;
    }
    default:
      throw new WorkbookRefused('damaged_workbook', { compressionMethod });
  }
}

function* inChunks(bytes: Buffer): Iterable<Buffer> {
  for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
}

/** `undefined` where it is larger than it says. */
function inflateWhole(bytes: Buffer, declaredBytes: number): Buffer | undefined {
  try {
    return inflateRawSync(bytes, { chunkSize: declaredBytes + spare, maxOutputLength: declaredBytes + spare });
  } catch (error) {
    if (error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') return undefined;
    throw error;
  }
}
