import { promisify } from 'node:util';
import { crc32 } from 'node:zlib';
import { type Entry, fromBuffer, type Options, type ZipFile } from 'yauzl';
import { WorkbookRefused } from './errors.ts';
import { inflatePart, type PackedPart } from './inflate-part.ts';
import type { ReadLimits } from './limits.ts';

/** The parts of a workbook, by name. Only parts that are asked for are inflated, and all of them count against one budget. */
export interface Archive {
  has(name: string): boolean;
  /** Inflated chunks of a part. Throws `WorkbookRefused` where the part is damaged or a limit is passed. */
  read(name: string): AsyncIterable<Uint8Array>;
}

const openBuffer = promisify<Buffer, Options, ZipFile>(fromBuffer);

/** Opens a zip archive that lies in memory. Throws `WorkbookRefused`. */
export async function openArchive(bytes: Uint8Array, limits: ReadLimits): Promise<Archive> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  // Names stay bytes and sizes are not believed: both are judged here, more gently and more strictly than yauzl does.
  const zip = await openBuffer(buffer, { lazyEntries: true, decodeStrings: false, validateEntrySizes: false });
  if (zip.entryCount > limits.maxEntries) {
    throw new WorkbookRefused('limit_exceeded', {
      limit: { phrase: 'limit_parts' },
      allowed: limits.maxEntries,
      seen: zip.entryCount,
    });
  }
  const { entries, doubled } = await listEntries(zip, limits);
  let inflated = 0;

  return {
    has: (name) => entries.has(normalizePartName(name)),
    async *read(name) {
      const entry = entries.get(normalizePartName(name));
      // Of two parts with one name programs disagree which counts, so what the merchant sees is not known.
      if (entry === undefined || doubled.has(entry)) throw new WorkbookRefused('damaged_workbook', { part: name });
      if (entry.isEncrypted()) throw new WorkbookRefused('encrypted_workbook');
      let checksum = 0;
      let partBytes = 0;
      for await (const chunk of inflatePart(await packedPart(zip, buffer, entry))) {
        partBytes += chunk.length;
        inflated += chunk.length;
        checkInflated(inflated, partBytes, entry.compressedSize, limits);
        checksum = crc32(chunk, checksum);
        yield chunk;
      }
      if (checksum !== entry.crc32) throw new WorkbookRefused('damaged_workbook', { part: name });
    },
  };
}

/** Part names are compared without case, and some writers use a leading slash or backslashes. */
function normalizePartName(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

async function listEntries(zip: ZipFile, limits: ReadLimits): Promise<{ entries: Map<string, Entry>; doubled: Set<Entry> }> {
  const entries = new Map<string, Entry>();
  const doubled = new Set<Entry>();
  let seen = 0;
  await new Promise<void>((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', resolve);
    zip.on('entry', (entry: Entry) => {
      seen += 1;
      if (seen > limits.maxEntries) {
        reject(new WorkbookRefused('limit_exceeded', { limit: { phrase: 'limit_parts' }, allowed: limits.maxEntries, seen }));
        return;
      }
      const name = normalizePartName(entry.fileNameRaw.toString('utf8'));
      if (entries.has(name)) doubled.add(entry);
      if (!name.endsWith('/')) entries.set(name, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
  return { entries, doubled };
}

async function packedPart(zip: ZipFile, buffer: Buffer, entry: Entry): Promise<PackedPart> {
  const { compressionMethod, compressedSize, uncompressedSize } = entry;
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
  return { bytes: buffer.subarray(fileDataStart, fileDataStart + compressedSize), compressionMethod, declaredBytes: uncompressedSize };
}

function checkInflated(inflated: number, partBytes: number, compressedBytes: number, limits: ReadLimits): void {
  if (inflated > limits.maxInflatedBytes) {
    throw new WorkbookRefused('limit_exceeded', {
      limit: { phrase: 'limit_unpacked_bytes' },
      allowed: limits.maxInflatedBytes,
      seen: inflated,
    });
  }
  const ratio = Math.ceil(partBytes / Math.max(1, compressedBytes));
  if (partBytes > limits.ratioFreeBytes && ratio > limits.maxCompressionRatio) {
    throw new WorkbookRefused('limit_exceeded', {
      limit: { phrase: 'limit_unpacking' },
      allowed: limits.maxCompressionRatio,
      seen: ratio,
    });
  }
}
