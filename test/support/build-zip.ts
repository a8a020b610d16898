import { crc32, deflateRawSync } from 'node:zlib';

export type PartContent = string | Uint8Array;

/** How a part is written, where it is not packed, plain and true. */
export interface PartWords {
  stored?: boolean;
  /** Stands in the archive in the place of the packed content. */
  packed?: Uint8Array;
  /** The number of the packing that is claimed: 9 is deflate64, 12 bzip2. */
  method?: number;
  crc?: number;
  /** The claimed size of the content. */
  size?: number;
  /** The claimed size of what is packed. */
  packedSize?: number;
  encrypted?: boolean;
  /** Sizes and checksum follow the content, as a writer puts them that does not know them before; the signature is optional. */
  descriptor?: 'signed' | 'unsigned';
  /** Sizes and place are in a field for archives beyond 4 GB. */
  zip64?: boolean;
  /** The name in an old code page. */
  rawName?: Uint8Array;
  comment?: string;
  /** The part whose bytes stand for those of this one, too. */
  sameAs?: string;
}

/** What surrounds the parts. */
export interface ArchiveWords {
  before?: PartContent;
  /** Its length is told. */
  comment?: string;
  /** Follows the archive, which does not know of it. */
  after?: PartContent;
  zip64?: boolean;
  /** The claimed number of parts. */
  count?: number;
}

interface Written {
  local: Buffer;
  central: Buffer;
}

const utf8Flag = 0x800;
const descriptorFlag = 0x8;
const encryptedFlag = 0x1;
const everyBit = 0xffff_ffff;
/** What is larger is packed in a hurry: all that matters is that it becomes small. */
const largeBytes = 1_000_000;

/** A zip archive of these parts, written by hand so that tests can write what no library would. */
export function buildZip(
  parts: Readonly<Record<string, PartContent>>,
  words: Readonly<Record<string, PartWords>> = {},
  archive: ArchiveWords = {},
): Uint8Array {
  const before = Buffer.from(archive.before ?? '');
  const files: Buffer[] = [before];
  const directory: Buffer[] = [];
  const offsets = new Map<string, number>();
  let offset = before.length;
  for (const [name, content] of Object.entries(parts)) {
    const { sameAs, ...partWords } = words[name] ?? {};
    const place = sameAs === undefined ? offset : (offsets.get(sameAs) ?? 0);
    const { local, central } = writePart(name, Buffer.from(content), partWords, place);
    directory.push(central);
    offsets.set(name, place);
    if (sameAs !== undefined) continue;
    files.push(local);
    offset += local.length;
  }
  return Buffer.concat([...files, ...directory, writeEnd(directory, offset, archive), Buffer.from(archive.after ?? '')]);
}

function writePart(name: string, content: Buffer, words: Omit<PartWords, 'sameAs'>, offset: number): Written {
  const { stored = false, encrypted = false, zip64 = false, descriptor, rawName } = words;
  const packed = Buffer.from(words.packed ?? (stored ? content : deflateRawSync(content, { level: content.length > largeBytes ? 1 : 6 })));
  const { crc = crc32(content), size = content.length, packedSize = packed.length, method = stored ? 0 : 8 } = words;
  const nameBytes = Buffer.from(rawName ?? name);
  const comment = Buffer.from(words.comment ?? '');
  const flags = (rawName === undefined ? utf8Flag : 0) | (descriptor === undefined ? 0 : descriptorFlag) | (encrypted ? encryptedFlag : 0);
  const localExtra = zip64 ? Buffer.concat([integers(2, 1, 16), integers(8, size, packedSize)]) : Buffer.alloc(0);
  const centralExtra = zip64 ? Buffer.concat([integers(2, 1, 24), integers(8, size, packedSize, offset)]) : Buffer.alloc(0);
  const told = zip64 ? [crc, everyBit, everyBit] : [crc, packedSize, size];
  const start = integers(2, 20, flags, method, 0, 0);
  return {
    local: Buffer.concat([
      Buffer.from('504b0304', 'hex'),
      start,
      integers(4, ...(descriptor === undefined ? told : [0, 0, 0])),
      integers(2, nameBytes.length, localExtra.length),
      nameBytes,
      localExtra,
      packed,
      ...(descriptor === 'signed' ? [Buffer.from('504b0708', 'hex')] : []),
      ...(descriptor === undefined ? [] : [integers(4, crc, packedSize, size)]),
    ]),
    central: Buffer.concat([
      Buffer.from('504b01021400', 'hex'),
      start,
      integers(4, ...told),
      integers(2, nameBytes.length, centralExtra.length, comment.length, 0, 0),
      integers(4, 0, zip64 ? everyBit : offset),
      nameBytes,
      centralExtra,
      comment,
    ]),
  };
}

function writeEnd(directory: readonly Buffer[], offset: number, { zip64 = false, comment = '', count = directory.length }: ArchiveWords) {
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const commentBytes = Buffer.from(comment);
  const largeEnd = Buffer.concat([
    Buffer.from('504b0606', 'hex'),
    integers(8, 44),
    integers(2, 45, 45),
    integers(4, 0, 0),
    integers(8, count, count, size, offset),
    Buffer.from('504b0607', 'hex'),
    integers(4, 0),
    integers(8, offset + size),
    integers(4, 1),
  ]);
  return Buffer.concat([
    ...(zip64 ? [largeEnd] : []),
    Buffer.from('504b0506', 'hex'),
    integers(2, 0, 0, ...(zip64 ? [0xffff, 0xffff] : [count, count])),
    integers(4, ...(zip64 ? [everyBit, everyBit] : [size, offset])),
    integers(2, commentBytes.length),
    commentBytes,
  ]);
}

/** Whole numbers of so many bytes each, the lowest byte first. */
function integers(width: 2 | 4 | 8, ...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(width * values.length);
  for (const [position, value] of values.entries()) {
    if (width === 8) bytes.writeBigUInt64LE(BigInt(value), position * width);
    else bytes.writeUIntLE(value, position * width, width);
  }
  return bytes;
}
