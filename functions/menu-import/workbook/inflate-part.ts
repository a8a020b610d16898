import type { TransformOptions } from 'node:stream';
import { createInflateRaw, type ZlibOptions } from 'node:zlib';
import { WorkbookRefused } from './errors.ts';

/** Large enough that few chunks cost little, and small enough to be gone soon. */
const chunkBytes = 65_536;
/** The types leave out that an inflating stream takes the options of a stream, too. */
const options: ZlibOptions & TransformOptions = { chunkSize: chunkBytes, readableHighWaterMark: 4 * chunkBytes };

/**
 * The contents of a part, in chunks. Inflating runs a few chunks ahead in a thread of Node's own, so that it costs no time beside the
 * reading of what came before.
 */
export async function* inflatePart(packed: Buffer, compressionMethod: number): AsyncIterable<Buffer> {
  switch (compressionMethod) {
    case 0:
      for (let at = 0; at < packed.length; at += chunkBytes) yield packed.subarray(at, at + chunkBytes);
      return;
    case 8: {
      const inflate = createInflateRaw(options);
      inflate.end(packed);
      yield* inflate;
      return;
    }
    default:
      throw new WorkbookRefused('damaged_workbook', { compressionMethod });
  }
}
