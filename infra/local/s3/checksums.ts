import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { reflectedCrc } from './reflected-crc.ts';
import { S3Error } from './s3-error.ts';

const algorithms: Readonly<Record<string, (bytes: Uint8Array) => Buffer>> = {
  crc32: (bytes) => {
    const checksum = Buffer.alloc(4);
    checksum.writeUInt32BE(crc32(bytes));
    return checksum;
  },
  crc32c: reflectedCrc(32, 0x82f63b78n),
  crc64nvme: reflectedCrc(64, 0x9a6c9329ac4bc9b5n),
  sha1: (bytes) => createHash('sha1').update(bytes).digest(),
  sha256: (bytes) => createHash('sha256').update(bytes).digest(),
};

const prefix = 'x-amz-checksum-';
/** Named like checksums, but they say how others are to be read. */
const settings = new Set(['x-amz-checksum-algorithm', 'x-amz-checksum-type', 'x-amz-checksum-mode']);

/** Checksums by header name (`x-amz-checksum-crc32`), in base64. */
export type Checksums = Record<string, string>;

/** The checksums that came with a request, in its headers or its trailers. Throws `NotImplemented` for an unknown algorithm. */
export function namedChecksums(headers: Readonly<Record<string, string | string[] | undefined>>): Checksums {
  const checksums: Checksums = {};
  for (const [name, value] of Object.entries(headers)) {
    if (!name.startsWith(prefix) || settings.has(name) || typeof value !== 'string') continue;
    if (algorithms[name.slice(prefix.length)] === undefined) throw new S3Error('NotImplemented', { message: `${name} is not implemented` });
    checksums[name] = value;
  }
  return checksums;
}

/** Throws `BadDigest` where a checksum is not that of the bytes. */
export function verifyChecksums(bytes: Uint8Array, checksums: Checksums): void {
  for (const [name, expected] of Object.entries(checksums)) {
    const algorithm = name.slice(prefix.length);
    if (algorithms[algorithm]?.(bytes).toString('base64') === expected) continue;
    throw new S3Error('BadDigest', { message: `The ${algorithm.toUpperCase()} you specified did not match the calculated checksum.` });
  }
}
