import { crc32, deflateRawSync } from 'node:zlib';

/** Bit 11 of the flags: names are UTF-8. Bit 3: sizes follow the content, as a writer does that streams. */
const utf8 = 0x0800;
const sizesFollow = 0x0008;

/** A zip archive of these parts, in this order, all deflated. */
export function writeArchive(parts: readonly (readonly [path: string, content: string])[], options: { sizesFollow: boolean }): Uint8Array {
  const entries: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, content] of parts) {
    const name = Buffer.from(path);
    const bytes = Buffer.from(content);
    const deflated = deflateRawSync(bytes);
    const flags = utf8 | (options.sizesFollow ? sizesFollow : 0);
    const sizes = numbers([4, crc32(bytes)], [4, deflated.length], [4, bytes.length]);
    // Version 2.0, flags, deflated, noon of the first of January 2026.
    const common = numbers([2, 20], [2, flags], [2, 8], [2, 0x60_00], [2, 0x5c_21]);
    const nameLengths = numbers([2, name.length], [2, 0]);
    const entry = options.sizesFollow
      ? [numbers([4, 0x04_03_4b_50]), common, Buffer.alloc(12), nameLengths, name, deflated, numbers([4, 0x08_07_4b_50]), sizes]
      : [numbers([4, 0x04_03_4b_50]), common, sizes, nameLengths, name, deflated];
    directory.push(
      numbers([4, 0x02_01_4b_50], [2, 20]),
      common,
      sizes,
      nameLengths,
      numbers([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]),
      name,
    );
    entries.push(...entry);
    offset += Buffer.concat(entry).length;
  }
  const directorySize = Buffer.concat(directory).length;
  const end = numbers([4, 0x06_05_4b_50], [2, 0], [2, 0], [2, parts.length], [2, parts.length], [4, directorySize], [4, offset], [2, 0]);
  return new Uint8Array(Buffer.concat([...entries, ...directory, end]));
}

/** Little-endian numbers, each of 2 or 4 bytes. */
function numbers(...fields: readonly (readonly [size: 2 | 4, value: number])[]): Buffer {
  return Buffer.concat(
    fields.map(([size, value]) => {
      const bytes = Buffer.alloc(size);
      bytes.writeUIntLE(value, 0, size);
      return bytes;
    }),
  );
}
