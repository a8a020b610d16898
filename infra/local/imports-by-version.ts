import * as z from 'zod';
import type { Handler, HandlerResult } from '../../functions/menu-import/handler.ts';

const eventSchema = z.object({ Records: z.array(z.object({ s3: z.object({ object: z.object({ versionId: z.string() }) }) })) });

/** Takes S3's events one after the other to the handler, and tells whoever uploaded a version what came of it. */
export class ImportsByVersion {
  readonly #results = new Map<string, PromiseWithResolvers<HandlerResult>>();
  #handler: Handler | undefined;
  #onImport: ((result: PromiseSettledResult<HandlerResult>) => void) | undefined;
  #queue: Promise<void> = Promise.resolve();

  start(handler: Handler, onImport?: (result: PromiseSettledResult<HandlerResult>) => void): void {
    this.#handler = handler;
    this.#onImport = onImport;
  }

  /** One import at a time, in the order of arrival. */
  deliver(event: unknown): void {
    const handler = this.#handler;
    if (handler === undefined) throw new Error('an upload arrived before the handler was there');
    const [record] = eventSchema.parse(event).Records;
    const result = this.#resultOf(record?.s3.object.versionId ?? '');
    this.#queue = this.#queue.then(async () => {
      const [settled] = await Promise.allSettled([handler(event)]);
      if (settled.status === 'fulfilled') result.resolve(settled.value);
      else result.reject(settled.reason);
      this.#onImport?.(settled);
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
    // Nobody may be waiting for this one; the log and `onImport` have its failure.
    result.promise.catch(() => undefined);
    this.#results.set(versionId, result);
    return result;
  }
}
