import type { StoredEntry } from './request-schemas.ts';
import type { SandboxOptions } from './sandbox-options.ts';
import {
  type GivenAnswer,
  type SandboxState,
  type StateChange,
  type StoredGroup,
  sandboxStateSchema,
  stateChangeSchema,
} from './sandbox-state.ts';
import { StateFile } from './state-file.ts';

/** Ids of a business that has been with klikit for a while. */
const firstId = 29_653;

/** What this klikit holds, in memory and, where asked for, in a file. */
export class MenuStore {
  readonly #entries = new Map<number, StoredEntry>();
  readonly #groups = new Map<number, StoredGroup>();
  readonly #answers = new Map<string, GivenAnswer>();
  readonly #file: StateFile | undefined;
  #nextId = firstId;

  private constructor(file: StateFile | undefined) {
    this.#file = file;
  }

  /** Rejects where the file holds no state of a sandbox, or cannot be written. */
  static async open({ groups = [], stateFile }: SandboxOptions): Promise<MenuStore> {
    const store = new MenuStore(stateFile === undefined ? undefined : new StateFile(stateFile));
    await store.#load(stateFile);
    for (const { id, title } of groups) store.#apply({ group: { id, title, options: store.group(id)?.options ?? [] } });
    await store.#file?.replace(store.snapshot());
    return store;
  }

  addEntry(fields: Omit<StoredEntry, 'id'>): StoredEntry {
    const entry = { id: this.#nextId, ...fields };
    this.#change({ entry });
    return entry;
  }

  putGroup(group: StoredGroup): void {
    this.#change({ group });
  }

  /** Keeps the first answer to an idempotency key. */
  remember(key: string, answer: GivenAnswer): void {
    this.#change({ answer: { key, ...answer } });
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

  snapshot(): SandboxState {
    return {
      nextId: this.#nextId,
      entries: [...this.#entries.values()],
      groups: [...this.#groups.values()],
      answers: Object.fromEntries(this.#answers),
    };
  }

  /** Resolves when all changes so far would survive the process. Rejects where they cannot be written. */
  async persisted(): Promise<void> {
    await this.#file?.persisted();
  }

  async close(): Promise<void> {
    await this.persisted();
    await this.#file?.replace(this.snapshot());
  }

  #change(change: StateChange): void {
    this.#apply(change);
    this.#file?.append(change);
  }

  #apply({ entry, group, answer }: StateChange): void {
    if (entry !== undefined) {
      this.#entries.set(entry.id, entry);
      this.#nextId = Math.max(this.#nextId, entry.id + 1);
    }
    if (group !== undefined) this.#groups.set(group.id, group);
    if (answer !== undefined) {
      const { key, ...given } = answer;
      this.#answers.set(key, given);
    }
  }

  async #load(path: string | undefined): Promise<void> {
    try {
      const { state, changes } = (await this.#file?.read()) ?? { state: undefined, changes: [] };
      if (state === undefined) return;
      const { entries, groups, answers } = sandboxStateSchema.parse(state);
      for (const entry of entries) this.#apply({ entry });
      for (const group of groups) this.#apply({ group });
      for (const [key, answer] of Object.entries(answers)) this.#apply({ answer: { key, ...answer } });
      for (const change of stateChangeSchema.array().parse(changes)) this.#apply(change);
    } catch (cause) {
      throw new Error(`${path} holds no state of a klikit sandbox; remove it to start with an empty menu`, { cause });
    }
  }
}
