import type { ImportProgress } from '../../functions/menu-import/import-ports.ts';
import type { ImportRequest } from '../../functions/menu-import/import-request.ts';
import type { CallEvent } from '../../functions/menu-import/klikit/client.ts';
import { parseEvent } from '../../functions/menu-import/parse-event.ts';
import { localBuckets } from './deployed-role.ts';
import type { S3Event } from './s3/object-created-event.ts';

/** Something that happened to an import. What names no import is about the one that was started last. */
export type ImportNews =
  | { kind: 'arrived' | 'started' | 'failed'; request: ImportRequest }
  | { kind: 'progress'; rows: ImportProgress }
  | { kind: 'call'; call: CallEvent }
  /** Between two slices: klikit asked for a pause (`more`), or an earlier import of the merchant comes first (`busy`). */
  | { kind: 'pause'; because: 'more' | 'busy'; seconds: number }
  /** Its `report.json` lies in the results bucket. */
  | { kind: 'reported'; merchant: string; importId: string };

type Watcher = (news: ImportNews) => void;

const reportJson = /^reports\/([^/]+)\/([^/]+)\/report\.json$/;

/** Passes on what happens to imports, to whoever watches. */
export class NewsOfImports {
  readonly #watchers = new Set<Watcher>();

  /** Answers how to stop watching. */
  watch(watcher: Watcher): () => void {
    this.#watchers.add(watcher);
    return () => void this.#watchers.delete(watcher);
  }

  tell(news: ImportNews): void {
    for (const watcher of this.#watchers) watcher(news);
  }

  /** Says something of the uploads that an event of S3 names; nothing of what the function passes over. */
  tellOfUpload(kind: 'arrived' | 'started' | 'failed', event: unknown): void {
    for (const request of parseEvent(event, localBuckets.uploads).requests) this.tell({ kind, request });
  }

  /** A report that is there is an event of the results bucket, here as on AWS. */
  tellOfResult(event: S3Event): void {
    for (const { s3 } of event.Records) {
      const [, merchant, importId] = reportJson.exec(s3.object.key) ?? [];
      if (merchant !== undefined && importId !== undefined) this.tell({ kind: 'reported', merchant, importId });
    }
  }
}
