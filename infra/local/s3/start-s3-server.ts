import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { type LoopbackServer, serveOnLoopback } from '../serve-on-loopback.ts';
import { type AccessPolicy, readCaller } from './access.ts';
import { BucketOnDisk } from './bucket-on-disk.ts';
import { errorAnswer } from './error-answer.ts';
import { findOperation } from './find-operation.ts';
import { MultipartUploads } from './multipart-uploads.ts';
import { objectCreatedEvent, type S3Event } from './object-created-event.ts';
import type { S3Answer, S3Request } from './operation.ts';
import { parseTarget } from './parse-target.ts';
import { S3Error } from './s3-error.ts';
import { sendAnswer } from './send-answer.ts';
import { Sequence } from './sequence.ts';

export interface S3ServerOptions {
  /** Where the buckets lie; it belongs to this server alone. Made where it does not exist. */
  directory: string;
  /** The buckets there are, all of them versioned. Uploads to those with `notify` reach `onObjectCreated`. */
  buckets: readonly { name: string; notify?: boolean }[];
  /** Default: any free one. */
  port?: number;
  /** Default: whoever signs may do everything. */
  allow?: AccessPolicy;
  /** Called once for each new object, after it is on disk; the client does not wait for it. What it throws is logged. */
  onObjectCreated?: (event: S3Event) => void | Promise<void>;
}

interface Bucket {
  store: BucketOnDisk;
  uploads: MultipartUploads;
  notify: boolean;
}

/**
 * Serves the part of the S3 protocol that an importer and its tests need, on 127.0.0.1 and with path-style addresses.
 * Anything else is answered `NotImplemented` rather than half done.
 */
export async function startS3Server(options: S3ServerOptions): Promise<LoopbackServer> {
  const sequence = new Sequence();
  const buckets = new Map<string, Bucket>();
  for (const { name, notify = false } of options.buckets) {
    if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name)) throw new Error(`${name} cannot be the name of a bucket`);
    const directory = join(options.directory, name);
    const store = await BucketOnDisk.open(directory, name, sequence);
    buckets.set(name, { store, uploads: new MultipartUploads(join(directory, 'uploads'), store.incoming), notify });
  }

  return serveOnLoopback((message, response) => {
    const requestId = randomBytes(8).toString('hex').toUpperCase();
    const method = message.method ?? '';
    response.setHeader('x-amz-request-id', requestId);
    answer(message, requestId, buckets, options)
      .catch((error: unknown) => errorAnswer(asS3Error(error), requestId, message.url ?? ''))
      .then((result) => sendAnswer(response, method, result))
      // The client has gone, or the file has: there is nobody to tell.
      .catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  }, options.port);
}

async function answer(
  message: IncomingMessage,
  requestId: string,
  buckets: ReadonlyMap<string, Bucket>,
  { allow = () => true, onObjectCreated }: S3ServerOptions,
): Promise<S3Answer> {
  const caller = readCaller(message.headers.authorization);
  const target = parseTarget(message.url ?? '');
  if (target.bucket === '') throw new S3Error('NotImplemented');
  const bucket = buckets.get(target.bucket);
  if (bucket === undefined) throw new S3Error('NoSuchBucket');
  const operation = findOperation(message.method ?? '', target, message.headers);

  const { key } = target;
  const request: S3Request = {
    requestId,
    bucket: bucket.store,
    uploads: bucket.uploads,
    key,
    query: target.query,
    message,
    caller,
    may: (action) => {
      const isAboutBucket = action.startsWith('s3:ListBucket');
      return allow({ action, bucket: target.bucket, accessKeyId: caller.accessKeyId, ...(!isAboutBucket && { key }) });
    },
    announce: (eventName, object) => {
      if (!bucket.notify || onObjectCreated === undefined) return;
      const event = objectCreatedEvent(eventName, target.bucket, object, { requestId, caller });
      Promise.resolve(event)
        .then(onObjectCreated)
        .catch((error: unknown) => console.error('An S3 event was not taken.', error));
    },
  };
  if (!request.may(operation.action(request))) throw new S3Error('AccessDenied');
  return operation.answer(request);
}

function asS3Error(error: unknown): S3Error {
  if (error instanceof S3Error) return error;
  console.error('The local S3 server failed.', error);
  return new S3Error('InternalError', { cause: error });
}
