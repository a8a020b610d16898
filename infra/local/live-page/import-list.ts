import { type ImportRequest, importId } from '../../../functions/menu-import/import-request.ts';
import type { ImportNews } from '../import-news.ts';
import type { ListedImport } from './listed-import.ts';
import { runningAfter } from './running-after.ts';
import { uploadedName } from './uploaded-name.ts';

/** So many are shown; older ones stay in the results bucket. */
export const mostListed = 50;

/** The imports that the page lists, and who wants to know when one of them changes. */
export class ImportList {
  readonly #imports = new Map<string, ListedImport>();
  readonly #listeners = new Set<(changed: ListedImport) => void>();
  readonly #now: () => Date;
  #runningId = '';

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** Newest first. */
  newest(): ListedImport[] {
    return [...this.#imports.values()].sort((a, b) => (a.since < b.since ? 1 : -1)).slice(0, mostListed);
  }

  find(id: string): ListedImport | undefined {
    return this.#imports.get(id);
  }

  /** Answers how to stop listening. */
  listen(listener: (changed: ListedImport) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Takes what is said of an import, all but its report, which has to be read first. */
  take(news: ImportNews): void {
    switch (news.kind) {
      case 'arrived':
        this.set({ ...this.#about(news.request), state: 'waiting' });
        break;
      case 'started':
        this.#runningId = importId(news.request);
        this.set({ ...this.#about(news.request), state: 'running', calls: 0, pauses: 0 });
        break;
      case 'failed':
        // A report that is there is no failure, whatever came after it.
        if (this.find(importId(news.request))?.state !== 'done') this.set({ ...this.#about(news.request), state: 'failed' });
        break;
      case 'progress':
      case 'call':
      case 'pause': {
        const running = this.find(this.#runningId);
        if (running?.state === 'running') this.set(runningAfter(running, news));
        break;
      }
      case 'reported':
        break;
    }
  }

  set(changed: ListedImport): void {
    this.#imports.set(changed.id, changed);
    for (const listener of this.#listeners) listener(changed);
  }

  #about(request: ImportRequest): Pick<ListedImport, 'id' | 'merchant' | 'file' | 'since'> {
    const id = importId(request);
    const since = this.find(id)?.since ?? this.#now().toISOString();
    return { id, merchant: request.merchant, file: uploadedName(request.key), since };
  }
}
