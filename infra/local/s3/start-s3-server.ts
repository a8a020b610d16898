import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { type LoopbackServer, serveOnLoopback } from '../serve-on-loopback.ts';
import { type AccessPolicy, type Caller, readCaller } from './access.ts';
import { BucketOnDisk } from './bucket-on-disk.ts';
import { answerPreflight, type CorsRule, corsHeaders } from './cors.ts';
import { errorAnswer } from './error-answer.ts';
import { findOperation } from './find-operation.ts';
import { isFormUpload } from './forms/is-form-upload.ts';
import { postObject } from './forms/post-object.ts';
import { readSignedForm } from './forms/read-signed-form.ts';
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
  /** The buckets there are, all of them versioned. Uploads to those with `notify` reach `onObjectCreated`. No page may call one without `cors`. */
  buckets: readonly { name: string; notify?: boolean; cors?: readonly CorsRule[] }[];
  /** Default: any free one. */
  port?: number;
  /** Default: whoever signs may do everything. */
  allow?: AccessPolicy;
  /** By access key: whose forms are taken. Their signatures are verified, as they are all that stands between a stranger and the bucket. */
  formSecretKeys?: Readonly<Record<string, string>>;
  /** Called once for each new object, after it is on disk; the client does not wait for it. What it throws is logged. */
  onObjectCreated?: (event: S3Event) => void | Promise<void>;
}

interface Bucket {
  store: BucketOnDisk;
  uploads: MultipartUploads;
  notify: boolean;
  cors: readonly CorsRule[];
}

/**
 * Serves the part of the S3 protocol that an importer and its tests need, on 127.0.0.1 and with path-style addresses.
 * Anything else is answered `NotImplemented` rather than half done.
 */
export async function startS3Server(options: S3ServerOptions): Promise<LoopbackServer> {
  const sequence = new Sequence();
  const buckets = new Map<string, Bucket>();
  for (const { name, notify = false, cors = [] } of options.buckets) {
    if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name)) throw new Error(`${name} cannot be the name of a bucket`);
    const directory = join(options.directory, name);
    const store = await BucketOnDisk.open(directory, name, sequence);
    buckets.set(name, { store, uploads: new MultipartUploads(join(directory, 'uploads'), store.incoming), notify, cors });
  }

  return serveOnLoopback((message, response) => {
    const requestId = randomBytes(8).toString('hex').toUpperCase();
    const method = message.method ?? '';
    response.setHeader('x-amz-request-id', requestId);
    answer(message, requestId, buckets, options, (headers) => response.setHeaders(new Map(Object.entries(headers))))
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
  { allow = () => true, formSecretKeys, onObjectCreated }: S3ServerOptions,
  /** Whatever is answered, errors too, has these. */
  addHeaders: (headers: Record<string, string>) => void,
): Promise<S3Answer> {
  const method = message.method ?? '';
  const target = parseTarget(message.url ?? '');
  const isPreflight = method === 'OPTIONS';
  const isForm = formSecretKeys !== undefined && isFormUpload(message, target);
  const signer = isPreflight || isForm ? undefined : readCaller(message.headers.authorization);
  if (target.bucket === '') throw new S3Error('NotImplemented');
  const bucket = buckets.get(target.bucket);
  if (bucket === undefined) throw new S3Error('NoSuchBucket');
  if (isPreflight) return answerPreflight(bucket.cors, message.headers);
  addHeaders(corsHeaders(bucket.cors, message.headers, method));

  const requestBy = (caller: Caller, key: string): S3Request => ({
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
  });

  if (signer === undefined) {
    const form = await readSignedForm(message, target.bucket, formSecretKeys ?? {});
    const request = requestBy(form.caller, form.key);
    if (!request.may('s3:PutObject')) throw new S3Error('AccessDenied');
    return postObject(request, form);
  }
  const operation = findOperation(method, target, message.headers);
  const request = requestBy(signer, target.key);
  if (!request.may(operation.action(request))) throw new S3Error('AccessDenied');
  return operation.answer(request);
}

function asS3Error(error: unknown): S3Error {
  if (error instanceof S3Error) return error;
  console.error('The local S3 server failed.', error);
  return new S3Error('InternalError', { cause: error });
}
