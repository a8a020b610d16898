import * as z from 'zod';
import type { ImportRequest } from './import-request.ts';

/** What a merchant may be called: part of a key, of a secret's name and of a report's address. */
export const merchantPattern = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * Whatever lies below a merchant is an upload, because what a file is shows in its bytes; a file that cannot be read is better answered than passed over.
 * Not so folders, and what programs leave beside files: `.DS_Store`, `~$menu.xlsx`.
 */
const uploadKey = /^uploads\/([^/]+)\/(?:[^/]+\/)*(?!\.|~\$)[^/]+$/;

const recordSchema = z.object({
  eventVersion: z.string().regex(/^2\./),
  eventName: z.string(),
  s3: z.object({
    bucket: z.object({ name: z.string() }),
    object: z.object({ key: z.string(), versionId: z.string().optional(), sequencer: z.string().optional() }),
  }),
});

const notificationSchema = z.object({ Records: z.array(z.unknown()) });
/** What a schedule or an operator sends: everything of the merchant that is there, once more. `id` tells one occurrence from the next. */
const reimportSchema = z.object({
  merchant: z.string().regex(merchantPattern),
  reason: z.enum(['schedule', 'manual']),
  id: z.string().min(1).max(200),
});
const testEventSchema = z.object({ Event: z.literal('s3:TestEvent') });

/** Why a record of an event is passed over. */
export type IgnoredBecause = 'test_event' | 'other_event' | 'other_bucket' | 'no_merchant' | 'no_workbook';

export interface ParsedEvent {
  requests: ImportRequest[];
  ignored: IgnoredBecause[];
  reimport?: Reimport;
}

/** Asks for every workbook of a merchant to be imported once more. */
export type Reimport = z.infer<typeof reimportSchema>;

/** The event is neither S3's nor one that asks for a re-import. */
export class EventUnreadable extends Error {
  override readonly name = 'EventUnreadable';
}

/** Whether a key is that of an upload of the merchant. */
export function isUploadOf(merchant: string, key: string): boolean {
  return uploadKey.exec(key)?.[1] === merchant;
}

/** Reads an S3 notification, or what a schedule sends. Records that are no upload of a merchant are counted, not imported. Throws `EventUnreadable`. */
export function parseEvent(event: unknown, uploadsBucket: string): ParsedEvent {
  if (testEventSchema.safeParse(event).success) return { requests: [], ignored: ['test_event'] };
  const reimport = reimportSchema.safeParse(event);
  if (reimport.success) return { requests: [], ignored: [], reimport: reimport.data };
  const notification = notificationSchema.safeParse(event);
  if (!notification.success) throw new EventUnreadable('the event is neither an S3 notification nor a request to import again');
  const parsed = notification.data.Records.map((record) => parseRecord(record, uploadsBucket));
  return {
    requests: parsed.filter((record) => typeof record === 'object'),
    ignored: parsed.filter((record) => typeof record === 'string'),
  };
}

function parseRecord(record: unknown, uploadsBucket: string): ImportRequest | IgnoredBecause {
  const parsed = recordSchema.safeParse(record);
  if (!parsed.success || !parsed.data.eventName.startsWith('ObjectCreated:')) return 'other_event';
  const { bucket, object } = parsed.data.s3;
  if (bucket.name !== uploadsBucket) return 'other_bucket';
  const key = decodeKey(object.key);
  const [, merchant] = (key === undefined ? undefined : uploadKey.exec(key)) ?? [];
  if (key === undefined || merchant === undefined) return 'no_workbook';
  if (!merchantPattern.test(merchant)) return 'no_merchant';
  return {
    merchant,
    trigger: 'upload',
    occurrence: '',
    bucket: bucket.name,
    key,
    // Buckets without versions say nothing, or the text "null".
    ...(object.versionId === undefined || object.versionId === 'null' ? {} : { versionId: object.versionId }),
    ...(object.sequencer === undefined ? {} : { sequencer: object.sequencer }),
  };
}

/** S3 sends keys as web forms do: a space is `+`, everything else percent-encoded. */
function decodeKey(encoded: string): string | undefined {
  try {
    return decodeURIComponent(encoded.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}
