import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { type Checksums, namedChecksums, verifyChecksums } from './checksums.ts';
import { collectBody } from './collect-body.ts';
import { type DecodedBody, decodeAwsChunked } from './decode-aws-chunked.ts';
import { S3Error } from './s3-error.ts';

export interface RequestBody {
  bytes: Buffer;
  /** What the client said, and what was found to be so. */
  checksums: Checksums;
}

/** Reads a body whole and holds it against every checksum that came with it. Throws `BadDigest` and its relatives. */
export async function readBody(message: IncomingMessage): Promise<RequestBody> {
  const { headers } = message;
  const received = await collectBody(message);
  const { bytes, trailers } = isFramed(headers) ? unframe(received, headers) : { bytes: received, trailers: {} };
  const checksums = { ...namedChecksums(headers), ...namedChecksums(trailers) };
  verifyChecksums(bytes, checksums);
  verifyDigests(bytes, headers);
  return { bytes, checksums };
}

function isFramed(headers: IncomingHttpHeaders): boolean {
  return headerText(headers, 'x-amz-content-sha256')?.startsWith('STREAMING-') ?? false;
}

function unframe(received: Buffer, headers: IncomingHttpHeaders): DecodedBody {
  const decoded = decodeAwsChunked(received);
  const length = headerText(headers, 'x-amz-decoded-content-length');
  if (length !== undefined && Number(length) !== decoded.bytes.length) throw new S3Error('IncompleteBody');
  const announced =
    headerText(headers, 'x-amz-trailer')
      ?.toLowerCase()
      .split(/\s*,\s*/) ?? [];
  if (announced.some((name) => decoded.trailers[name] === undefined)) throw new S3Error('MalformedTrailerError');
  return decoded;
}

function verifyDigests(bytes: Buffer, headers: IncomingHttpHeaders): void {
  const sha256 = headerText(headers, 'x-amz-content-sha256');
  if (sha256 !== undefined && /^[0-9a-f]{64}$/.test(sha256) && createHash('sha256').update(bytes).digest('hex') !== sha256) {
    throw new S3Error('XAmzContentSHA256Mismatch');
  }
  const md5 = headers['content-md5'];
  if (md5 === undefined) return;
  if (typeof md5 !== 'string' || !/^[\w+/]{22}==$/.test(md5)) throw new S3Error('InvalidDigest');
  if (createHash('md5').update(bytes).digest('base64') !== md5) throw new S3Error('BadDigest');
}

function headerText(headers: IncomingHttpHeaders, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : undefined;
}
