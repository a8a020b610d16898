import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { NewObject } from './bucket-on-disk.ts';
import { writeDurably } from './durable-file.ts';
import { KeyedLock } from './keyed-lock.ts';
import { S3Error } from './s3-error.ts';

const minPartBytes = 5 * 1024 * 1024;
const description = 'upload.json';

const uploadSchema = z.object({ key: z.string(), headers: z.record(z.string(), z.string()) });
const partSchema = z.object({ number: z.number(), etag: z.string(), sizeBytes: z.number(), checksums: z.record(z.string(), z.string()) });

type Upload = z.infer<typeof uploadSchema>;
type Part = z.infer<typeof partSchema>;

/** A part as the client names it when it completes the upload. */
export interface NamedPart {
  number: number;
  etag: string;
  checksums: Record<string, string>;
}

/**
 * The uploads of one bucket that are not complete: a directory each, with a description, and a file for every part whose
 * first line describes it. They outlive the process.
 */
export class MultipartUploads {
  readonly #directory: string;
  readonly #incoming: string;
  readonly #lock = new KeyedLock();

  constructor(directory: string, incoming: string) {
    this.#directory = directory;
    this.#incoming = incoming;
  }

  /** One end for each upload: it is completed once, or aborted. */
  exclusively<T>(uploadId: string, task: () => Promise<T>): Promise<T> {
    return this.#lock.run(uploadId, task);
  }

  /** Answers the new upload's id. `headers` are what the object will have. */
  async create(upload: Upload): Promise<string> {
    const uploadId = randomBytes(32).toString('hex');
    await mkdir(this.#path(uploadId), { recursive: true });
    await writeDurably(this.#path(uploadId, description), this.#incoming, JSON.stringify(upload));
    return uploadId;
  }

  /** Throws `NoSuchUpload` for an id that is unknown or of another key. */
  async find(uploadId: string, key: string): Promise<Upload> {
    // Ids of ours only, since they become paths.
    if (!/^[0-9a-f]{64}$/.test(uploadId)) throw new S3Error('NoSuchUpload');
    const text = await readFile(this.#path(uploadId, description), 'utf8').catch((cause: unknown) => {
      throw new S3Error('NoSuchUpload', { cause });
    });
    const upload = uploadSchema.parse(JSON.parse(text));
    if (upload.key !== key) throw new S3Error('NoSuchUpload');
    return upload;
  }

  /** Keeps a part, in the place of an earlier one with its number. Answers its ETag. */
  async putPart(uploadId: string, number: number, bytes: Uint8Array, checksums: Record<string, string>): Promise<string> {
    const part: Part = { number, etag: createHash('md5').update(bytes).digest('hex'), sizeBytes: bytes.length, checksums };
    const content = Buffer.concat([Buffer.from(`${JSON.stringify(part)}\n`), bytes]);
    await writeDurably(this.#partPath(uploadId, number), this.#incoming, content);
    return part.etag;
  }

  /** Puts the named parts together in a temporary file. Throws `InvalidPart`, `InvalidPartOrder` or `EntityTooSmall`. */
  async assemble(uploadId: string, named: readonly NamedPart[]): Promise<Omit<NewObject, 'headers'>> {
    const stored = new Set(await readdir(this.#path(uploadId)));
    const temporaryFile = join(this.#incoming, randomUUID());
    const md5 = createHash('md5');
    let sizeBytes = 0;
    const file = await open(temporaryFile, 'wx');
    try {
      for (const [index, name] of named.entries()) {
        if (index > 0 && name.number <= (named[index - 1]?.number ?? 0)) throw new S3Error('InvalidPartOrder');
        if (!stored.has(partName(name.number))) throw new S3Error('InvalidPart');
        const { part, bytes } = await this.#readPart(uploadId, name.number);
        if (!isSamePart(name, part)) throw new S3Error('InvalidPart');
        if (index < named.length - 1 && part.sizeBytes < minPartBytes) throw new S3Error('EntityTooSmall');
        await file.appendFile(bytes);
        md5.update(part.etag, 'hex');
        sizeBytes += part.sizeBytes;
      }
      await file.sync();
    } catch (error) {
      await rm(temporaryFile, { force: true });
      throw error;
    } finally {
      await file.close();
    }
    return { temporaryFile, sizeBytes, etag: `${md5.digest('hex')}-${named.length}`, checksums: {} };
  }

  /** Forgets the upload and its parts. */
  async remove(uploadId: string): Promise<void> {
    // The description goes first: a crash in between leaves an upload that is not there any more.
    await rm(this.#path(uploadId, description), { force: true });
    await rm(this.#path(uploadId), { recursive: true, force: true });
  }

  async #readPart(uploadId: string, number: number): Promise<{ part: Part; bytes: Buffer }> {
    const content = await readFile(this.#partPath(uploadId, number));
    const lineEnd = content.indexOf('\n');
    return { part: partSchema.parse(JSON.parse(content.toString('utf8', 0, lineEnd))), bytes: content.subarray(lineEnd + 1) };
  }

  #partPath(uploadId: string, number: number): string {
    return this.#path(uploadId, partName(number));
  }

  #path(uploadId: string, ...file: string[]): string {
    return join(this.#directory, uploadId, ...file);
  }
}

function partName(number: number): string {
  return `part-${String(number).padStart(5, '0')}`;
}

function isSamePart(named: NamedPart, part: Part): boolean {
  if (named.etag !== part.etag) return false;
  return Object.entries(named.checksums).every(([name, value]) => part.checksums[name] === undefined || part.checksums[name] === value);
}
