import { appendFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parseJson } from './parse-json.ts';

/**
 * A whole state as JSON, and beside it a log of what changed since, so that a change costs the same however much there is
 * already. Changes that come while others are being written share the next line; a line that breaks off was never answered for.
 */
export class StateFile {
  readonly #path: string;
  readonly #logPath: string;
  #waiting: object[] = [];
  /** A write that has not begun, so it will hold what changes until then. */
  #pending: Promise<void> | undefined;
  #last: Promise<void> = Promise.resolve();

  constructor(path: string) {
    this.#path = path;
    this.#logPath = `${path}.log`;
  }

  /** The state and the changes since; no state where there is no file. Rejects where the file is no JSON. */
  async read(): Promise<{ state: unknown; changes: unknown[] }> {
    const [state, log] = await Promise.all([readIfThere(this.#path), readIfThere(this.#logPath)]);
    const lines = (log ?? '').split('\n').map((line) => parseJson(line));
    return { state: state === undefined ? undefined : JSON.parse(state), changes: lines.filter(Array.isArray).flat() };
  }

  /** Puts a whole state in the place of the old one and its changes. A change that both hold must do no harm. */
  async replace(state: object): Promise<void> {
    await mkdir(dirname(this.#path), { recursive: true });
    await writeFile(`${this.#path}.new`, JSON.stringify(state));
    await rename(`${this.#path}.new`, this.#path);
    await rm(this.#logPath, { force: true });
  }

  append(change: object): void {
    this.#waiting.push(change);
  }

  /** Resolves when all changes so far would survive the process. Rejects where they cannot be written. */
  persisted(): Promise<void> {
    if (this.#waiting.length === 0) return this.#last;
    if (this.#pending === undefined) {
      this.#pending = this.#last.catch(() => undefined).then(() => this.#write());
      this.#last = this.#pending;
    }
    return this.#pending;
  }

  async #write(): Promise<void> {
    this.#pending = undefined;
    const changes = this.#waiting;
    this.#waiting = [];
    try {
      // The break before it ends a line that an earlier attempt left half written.
      await appendFile(this.#logPath, `\n${JSON.stringify(changes)}\n`);
    } catch (error) {
      this.#waiting = [...changes, ...this.#waiting];
      throw error;
    }
  }
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
