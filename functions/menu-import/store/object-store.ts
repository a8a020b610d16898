/** An object as it was read. */
interface StoredObject {
  bytes: Uint8Array;
  etag: string;
  versionId?: string;
  lastModified: Date;
}

/** `absent`: only where the key has no object yet. `matches`: only over the object with that ETag. */
export type PutCondition = { absent: true } | { matches: string };

/** One bucket. What the importer wants of S3, and nothing more. */
export interface ObjectStore {
  /** `undefined` where there is no such key or version. Rejects with `ObjectTooLarge` where the store has a largest size. */
  get(key: string, versionId?: string): Promise<StoredObject | undefined>;
  /** A text is written as UTF-8. `conflict` where the condition did not hold, so nothing was written. */
  put(key: string, body: string | Uint8Array, condition?: PutCondition): Promise<'written' | 'conflict'>;
  /** Keys that begin with the prefix, in the order of their bytes; only those behind `after`, where it is given. */
  list(prefix: string, after?: string): Promise<string[]>;
  /** The current version of every key that begins with the prefix and was not deleted. */
  listCurrent(prefix: string): Promise<CurrentVersion[]>;
}

/** What a bucket holds under a key right now. */
export interface CurrentVersion {
  key: string;
  /** Absent where the bucket keeps no versions. */
  versionId?: string;
}
