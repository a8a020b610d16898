import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { ItemBody } from './request-schemas.ts';

/** An item or a modifier option as it was created. */
export type StoredEntry = ItemBody & { id: number; sku?: string; preparationMinutes?: number };

export interface StoredGroup {
  id: number;
  title: string | Readonly<Record<string, string>>;
  /** In the order in which they were attached. */
  options: { id: number; sequence: number }[];
}

/** Everything that this klikit holds. */
export interface SandboxState {
  nextId: number;
  entries: StoredEntry[];
  groups: StoredGroup[];
  /** The first answer to each idempotency key, with the body that it was given for. */
  answers: Record<string, { body: string; answer: string; status: number; at: number }>;
}

/** Ids of a business that has been with klikit for a while. */
const firstId = 29_653;

/** Keeps the menu, in memory or in a file that is always whole. */
export class MenuStore {
  readonly state: SandboxState;
  readonly #file: string | undefined;

  constructor(groups: readonly Pick<StoredGroup, 'id' | 'title'>[], file: string | undefined) {
    this.#file = file;
    const kept = file !== undefined && existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as SandboxState) : undefined;
    this.state = kept ?? { nextId: firstId, entries: [], groups: [], answers: {} };
    for (const { id, title } of groups) {
      if (!this.state.groups.some((group) => group.id === id)) this.state.groups.push({ id, title, options: [] });
    }
  }

  /** Writes before the answer goes out, so that nothing that was answered is ever lost. */
  save(): void {
    if (this.#file === undefined) return;
    writeFileSync(`${this.#file}.new`, JSON.stringify(this.state));
    renameSync(`${this.#file}.new`, this.#file);
  }
}
