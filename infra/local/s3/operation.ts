import type { IncomingMessage } from 'node:http';
import type { Caller, S3Action } from './access.ts';
import type { BucketOnDisk } from './bucket-on-disk.ts';
import type { MultipartUploads } from './multipart-uploads.ts';
import type { ObjectCreatedEventName } from './object-created-event.ts';
import type { StoredObject } from './stored-version.ts';

/** One request that is well-formed, signed, and about a bucket that exists. */
export interface S3Request {
  requestId: string;
  bucket: BucketOnDisk;
  uploads: MultipartUploads;
  /** Empty where the request is about the bucket. */
  key: string;
  query: URLSearchParams;
  message: IncomingMessage;
  caller: Caller;
  /** Whether the caller may also do something else to this bucket and key. */
  may: (action: S3Action) => boolean;
  /** Tells whoever listens of a new object. */
  announce: (eventName: ObjectCreatedEventName, object: StoredObject) => void;
}

/** Bytes of a file, both ends included. */
interface FileSlice {
  path: string;
  start: number;
  end: number;
}

export interface S3Answer {
  status: number;
  headers?: Record<string, string>;
  body?: string | FileSlice;
}

/** One operation of S3: how it is told from others, what it needs, and what it does. */
export interface Operation {
  methods: readonly string[];
  about: 'bucket' | 'object';
  /** Query parameters that make a request this operation; an empty text stands for any value. */
  marks?: Readonly<Record<string, string>>;
  /** Other query parameters that it honours. */
  parameters?: readonly string[];
  /** Headers of S3 that it honours, beyond those of every request. */
  headers?: RegExp;
  action: (request: S3Request) => S3Action;
  answer: (request: S3Request) => Promise<S3Answer>;
}
