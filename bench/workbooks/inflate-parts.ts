import { inflateRawSync } from 'node:zlib';

const endOfDirectory = Buffer.from('PK\x05\x06', 'latin1');
const directoryEntryBytes = 46;
const localHeaderBytes = 30;
const stored = 0;
/** Some archives are made to be far larger than anyone expects. */
const largestPartBytes = 200_000_000;

export interface Part {
  path: string;
  content: Buffer;
}

/** The parts of a sound archive, by its directory. */
export function* inflateParts(bytes: Uint8Array): Generator<Part> {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = archive.lastIndexOf(endOfDirectory);
  let entry = archive.readUInt32LE(end + 16);
  while (entry < end) {
    const nameLength = archive.readUInt16LE(entry + 28);
    const header = archive.readUInt32LE(entry + 42);
    const start = header + localHeaderBytes + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
    const packed = archive.subarray(start, start + archive.readUInt32LE(entry + 20));
    yield {
      path: archive.toString('utf8', entry + directoryEntryBytes, entry + directoryEntryBytes + nameLength),
      content: archive.readUInt16LE(entry + 10) === stored ? packed : inflateRawSync(packed, { maxOutputLength: largestPartBytes }),
    };
    entry += directoryEntryBytes + nameLength + archive.readUInt16LE(entry + 30) + archive.readUInt16LE(entry + 32);
  }
}
