import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { IncomingHttpHeaders } from 'node:http';
import type { WriteCondition } from './conditions.ts';
import { writeTemporary } from './durable-file.ts';
import type { ObjectCreatedEventName } from './object-created-event.ts';
import { objectHeaders } from './object-headers.ts';
import type { S3Request } from './operation.ts';
import type { RequestBody } from './read-body.ts';
import type { StoredObject } from './stored-version.ts';

interface WholeObject extends RequestBody {
  headers: IncomingHttpHeaders;
  condition?: WriteCondition | undefined;
}

/** Makes a new version of the key in one go, and tells of it. Throws where the condition does not hold. */
export async function storeObject(
  { bucket, key, announce }: S3Request,
  eventName: ObjectCreatedEventName,
  { bytes, checksums, headers, condition }: WholeObject,
): Promise<StoredObject> {
  const temporaryFile = await writeTemporary(bucket.incoming, bytes);
  try {
    const content = { temporaryFile, sizeBytes: bytes.length, etag: createHash('md5').update(bytes).digest('hex'), checksums };
    const object = await bucket.put(key, { ...content, headers: objectHeaders(headers) }, condition);
    announce(eventName, object);
    return object;
  } finally {
    await rm(temporaryFile, { force: true });
  }
}
