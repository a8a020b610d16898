import * as z from 'zod';
import type { Handler, HandlerResult } from '../../functions/menu-import/handler.ts';

/** Told of each event when it comes, when its turn comes, and when it is over. */
interface Watcher {
  onArrival: (event: unknown) => void;
  onStart: (event: unknown) => void;
  onEnd: (event: unknown, result: PromiseSettledResult<HandlerResult>) => void;
}

const eventSchema = z.object({ Records: z.array(z.object({ s3: z.object({ object: z.object({ versionId: z.string() }) }) })) });

/** Takes S3's events one after the other to the handler, and tells whoever uploaded a version what came of it. */
export class ImportsByVersion {
  readonly #results = new Map<string, PromiseWithResolvers<HandlerResult>>();
  #handler: Handler | undefined;
  #watcher: Watcher | undefined;
  #queue: Promise<void> = Promise.resolve();

  start(handler: Handler, watcher: Watcher): void {
    this.#handler = handler;
    this.#watcher = watcher;
  }

  /** One import at a time, in the order of arrival. */
  deliver(event: unknown): void {
    const handler = this.#handler;
    if (handler === undefined) throw new Error('an upload arrived before the handler was there');
    const [record] = eventSchema.parse(event).Records;
    const result = this.#resultOf(record?.s3.object.versionId ?? '');
    this.#watcher?.onArrival(event);
    this.#queue = this.#queue.then(async () => {
      this.#watcher?.onStart(event);
      const [settled] = await Promise.allSettled([handler(event)]);
      if (settled.status === 'fulfilled') result.resolve(settled.value);
      else result.reject(settled.reason);
      this.#watcher?.onEnd(event, settled);
    });
  }

  /** Resolves when the import of that version is over; rejects where it could not run. */
  result(versionId: string): Promise<HandlerResult> {
    return this.#resultOf(versionId).promise;
  }

  /** Resolves when nothing is left to import. */
  settle(): Promise<void> {
    return this.#queue;
  }

  #resultOf(versionId: string): PromiseWithResolvers<HandlerResult> {
    const known = this.#results.get(versionId);
    if (known !== undefined) return known;
    const result = Promise.withResolvers<HandlerResult>();
    // Nobody may be waiting for this one; the log and the watcher have its failure.
    result.promise.catch(() => undefined);
    this.#results.set(versionId, result);
    return result;
  }
}
