import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { checkWriteCondition, type WriteCondition } from './conditions.ts';
import { renameDurably, writeDurably } from './durable-file.ts';
import { KeyedLock } from './keyed-lock.ts';
import type { Sequence } from './sequence.ts';
import { type StoredObject, type StoredVersion, storedVersionSchema } from './stored-version.ts';

/** A body that lies in a temporary file of the bucket, and what is known of it. */
export type NewObject = Pick<StoredObject, 'sizeBytes' | 'etag' | 'checksums' | 'headers'> & { temporaryFile: string };

/**
 * A versioned bucket in a directory that belongs to one process at a time. `bodies/` has the objects as they are,
 * `versions/` one description each: a version exists from the instant its description has its name. Keys are never paths:
 * files are named by number, with a piece of the key for the reader's eye only.
 */
export class BucketOnDisk {
  readonly name: string;
  /** For files that are not yet anything. */
  readonly incoming: string;
  readonly #bodies: string;
  readonly #descriptions: string;
  readonly #sequence: Sequence;
  readonly #lock = new KeyedLock();
  /** Oldest first. */
  readonly #versions = new Map<string, StoredVersion[]>();

  private constructor(directory: string, name: string, sequence: Sequence) {
    this.name = name;
    this.incoming = join(directory, 'incoming');
    this.#bodies = join(directory, 'bodies');
    this.#descriptions = join(directory, 'versions');
    this.#sequence = sequence;
  }

  /** Opens the bucket as an earlier process left it, and clears away what that one did not finish. */
  static async open(directory: string, name: string, sequence: Sequence): Promise<BucketOnDisk> {
    const bucket = new BucketOnDisk(directory, name, sequence);
    await rm(bucket.incoming, { recursive: true, force: true });
    for (const folder of [bucket.incoming, bucket.#bodies, bucket.#descriptions]) await mkdir(folder, { recursive: true });
    const bodies = new Set(await readdir(bucket.#bodies));
    for (const file of (await readdir(bucket.#descriptions)).sort()) {
      const version = await readDescription(join(bucket.#descriptions, file));
      sequence.observe(version.sequence);
      bucket.#remember(version);
      if (!version.deleteMarker) bodies.delete(version.bodyFile);
    }
    for (const orphan of bodies) await rm(join(bucket.#bodies, orphan));
    return bucket;
  }

  keys(): Iterable<string> {
    return this.#versions.keys();
  }

  /** The newest version, which may be a delete marker. */
  current(key: string): StoredVersion | undefined {
    return this.#versions.get(key)?.at(-1);
  }

  /** Newest first. */
  versions(key: string): readonly StoredVersion[] {
    return this.#versions.get(key)?.toReversed() ?? [];
  }

  version(key: string, versionId: string): StoredVersion | undefined {
    return this.#versions.get(key)?.find((version) => version.versionId === versionId);
  }

  bodyPath(object: StoredObject): string {
    return join(this.#bodies, object.bodyFile);
  }

  /**
   * Makes a new version, if the condition holds; of any number of racers for one key, only one can see it hold.
   * Throws `PreconditionFailed` or `NoSuchKey`, with the temporary file left as it is.
   */
  put(key: string, { temporaryFile, ...object }: NewObject, condition?: WriteCondition): Promise<StoredObject> {
    return this.#lock.run(key, async () => {
      checkWriteCondition(condition, this.current(key));
      const identity = this.#identify(key);
      const bodyFile = `${identity.sequence}-${readablePart(key)}`;
      const version = { ...identity, deleteMarker: false as const, ...object, bodyFile };
      await renameDurably(temporaryFile, join(this.#bodies, bodyFile));
      await this.#write(version);
      return version;
    });
  }

  /** Hides the key behind a delete marker; nothing is lost. */
  markDeleted(key: string): Promise<StoredVersion> {
    return this.#lock.run(key, async () => {
      const marker = { ...this.#identify(key), deleteMarker: true as const };
      await this.#write(marker);
      return marker;
    });
  }

  /** Removes one version for good and answers it; `undefined` where there was none. */
  removeVersion(key: string, versionId: string): Promise<StoredVersion | undefined> {
    return this.#lock.run(key, async () => {
      const version = this.version(key, versionId);
      if (version === undefined) return undefined;
      await rm(this.#descriptionPath(version));
      const left = this.#versions.get(key)?.filter((other) => other !== version) ?? [];
      if (left.length > 0) this.#versions.set(key, left);
      else this.#versions.delete(key);
      if (!version.deleteMarker) await rm(this.bodyPath(version), { force: true });
      return version;
    });
  }

  #identify(key: string): Pick<StoredVersion, 'key' | 'versionId' | 'sequence' | 'lastModified'> {
    return { key, versionId: randomBytes(24).toString('base64url'), sequence: this.#sequence.next(), lastModified: new Date() };
  }

  async #write(version: StoredVersion): Promise<void> {
    await writeDurably(this.#descriptionPath(version), this.incoming, JSON.stringify(version));
    this.#remember(version);
  }

  #remember(version: StoredVersion): void {
    const versions = this.#versions.get(version.key);
    if (versions === undefined) this.#versions.set(version.key, [version]);
    else versions.push(version);
  }

  #descriptionPath(version: StoredVersion): string {
    return join(this.#descriptions, `${version.sequence}.json`);
  }
}

async function readDescription(path: string): Promise<StoredVersion> {
  try {
    return storedVersionSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (cause) {
    throw new Error(`${path} does not describe a version of an object`, { cause });
  }
}

/** The end of the key, which has its extension, in characters that mean nothing to any file system. */
function readablePart(key: string): string {
  return key.replaceAll(/[^\w.-]+/g, '_').slice(-80);
}
