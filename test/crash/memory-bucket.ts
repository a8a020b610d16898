import { createHash } from 'node:crypto';
import type { CurrentVersion, ObjectStore, PutCondition } from '../../functions/menu-import/store/object-store.ts';
import type { VirtualClock } from './virtual-clock.ts';

type StoredObject = NonNullable<Awaited<ReturnType<ObjectStore['get']>>>;

/** A write that took effect. */
export interface Put {
  /** Its place among everything that happened, see `VirtualClock.stamp`. */
  stamp: number;
  key: string;
  body: string;
}

/** A bucket as S3 has them: every write is whole or not there, and of two conditional ones one wins. Remembers every write. */
export class MemoryBucket implements ObjectStore {
  readonly puts: Put[] = [];
  readonly #clock: VirtualClock;
  readonly #keepsVersions: boolean;
  /** Oldest first. */
  readonly #versions = new Map<string, StoredObject[]>();

  constructor(clock: VirtualClock, { keepsVersions = false }: { keepsVersions?: boolean } = {}) {
    this.#clock = clock;
    this.#keepsVersions = keepsVersions;
  }

  get(key: string, versionId?: string): Promise<StoredObject | undefined> {
    const object =
      versionId === undefined ? this.#current(key) : this.#versions.get(key)?.find((version) => version.versionId === versionId);
    return Promise.resolve(object && { ...object, bytes: object.bytes.slice() });
  }

  put(key: string, body: string | Uint8Array, condition?: PutCondition): Promise<'written' | 'conflict'> {
    if (!isMet(condition, this.#current(key))) return Promise.resolve('conflict');
    this.upload(key, body);
    return Promise.resolve('written');
  }

  list(prefix: string, after = ''): Promise<string[]> {
    const keys = [...this.#versions.keys()].filter((key) => key.startsWith(prefix));
    return Promise.resolve(keys.filter((key) => inBytes(key, after) > 0).toSorted(inBytes));
  }

  async listCurrent(prefix: string): Promise<CurrentVersion[]> {
    const keys = await this.list(prefix);
    return keys.map((key) => {
      const versionId = this.#current(key)?.versionId;
      return { key, ...(versionId === undefined ? {} : { versionId }) };
    });
  }

  /** Puts an object as its owner does, without being asked; answers what is there then. */
  upload(key: string, body: string | Uint8Array): Readonly<StoredObject> {
    const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body.slice();
    const earlier = this.#keepsVersions ? (this.#versions.get(key) ?? []) : [];
    const object: StoredObject = {
      bytes,
      etag: `"${createHash('md5').update(bytes).digest('hex')}"`,
      lastModified: this.#clock.now(),
      ...(this.#keepsVersions ? { versionId: `version-${earlier.length + 1}` } : {}),
    };
    this.#versions.set(key, [...earlier, object]);
    this.puts.push({ stamp: this.#clock.stamp(), key, body: new TextDecoder().decode(bytes) });
    return object;
  }

  #current(key: string): StoredObject | undefined {
    return this.#versions.get(key)?.at(-1);
  }
}

function isMet(condition: PutCondition | undefined, current: StoredObject | undefined): boolean {
  if (condition === undefined) return true;
  return 'absent' in condition ? current === undefined : current?.etag === condition.matches;
}

/** The order in which S3 lists keys. */
function inBytes(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}
