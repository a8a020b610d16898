import { existsSync, readFileSync } from 'node:fs';
import type { StoredEntry } from './request-schemas.ts';
import type { SandboxOptions } from './sandbox-options.ts';
import type { GivenAnswer, SandboxState, StoredGroup } from './sandbox-state.ts';
import { sandboxStateSchema } from './sandbox-state.ts';
import { StateFile } from './state-file.ts';

/** Ids of a business that has been with klikit for a while. */
const firstId = 29_653;

/** What this klikit holds, in memory and, where asked for, in a file. */
export class MenuStore {
  readonly #entries: Map<number, StoredEntry>;
  readonly #groups: Map<number, StoredGroup>;
  readonly #answers: Map<string, GivenAnswer>;
  readonly #file: StateFile | undefined;
  #nextId: number;

  /** Throws where the file holds no state of a sandbox. */
  constructor({ groups = [], stateFile }: SandboxOptions) {
    const kept = stateFile === undefined ? undefined : readState(stateFile);
    this.#nextId = kept?.nextId ?? firstId;
    this.#entries = new Map(kept?.entries.map((entry) => [entry.id, entry]));
    this.#groups = new Map(kept?.groups.map((group) => [group.id, group]));
    this.#answers = new Map(Object.entries(kept?.answers ?? {}));
    this.#file = stateFile === undefined ? undefined : new StateFile(stateFile, () => JSON.stringify(this.snapshot()));
    for (const { id, title } of groups) {
      this.#groups.set(id, { id, title, options: this.#groups.get(id)?.options ?? [] });
    }
  }

  addEntry(fields: Omit<StoredEntry, 'id'>): StoredEntry {
    const entry = { id: this.#nextId, ...fields };
    this.#nextId += 1;
    this.#entries.set(entry.id, entry);
    this.#file?.markChanged();
    return entry;
  }

  putGroup(group: StoredGroup): void {
    this.#groups.set(group.id, group);
    this.#file?.markChanged();
  }

  /** Keeps the first answer to an idempotency key. */
  remember(key: string, answer: GivenAnswer): void {
    this.#answers.set(key, answer);
    this.#file?.markChanged();
  }

  entry(id: number): StoredEntry | undefined {
    return this.#entries.get(id);
  }

  group(id: number): StoredGroup | undefined {
    return this.#groups.get(id);
  }

  answer(key: string): GivenAnswer | undefined {
    return this.#answers.get(key);
  }

  /** Resolves when all changes so far would survive the process. Rejects where they cannot be written. */
  async persisted(): Promise<void> {
    await this.#file?.persisted();
  }

  snapshot(): SandboxState {
    return {
      nextId: this.#nextId,
      entries: [...this.#entries.values()],
      groups: [...this.#groups.values()],
      answers: Object.fromEntries(this.#answers),
    };
  }
}

function readState(path: string): SandboxState | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return sandboxStateSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw new Error(`${path} holds no state of a klikit sandbox; remove it to start with an empty menu`, { cause });
  }
}
