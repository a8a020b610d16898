import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** A request, read to its end. */
export interface SandboxCall {
  method: string;
  path: string;
  query: URLSearchParams;
  authorization?: string;
  idempotencyKey?: string;
  bodySha256: string;
  /** `undefined` where the body is too large, or no text. */
  text: string | undefined;
}

const largestBody = 1_000_000;

/** Reads a request. Rejects where it breaks off. */
export async function receiveCall(request: IncomingMessage): Promise<SandboxCall> {
  const url = URL.parse(`http://sandbox${request.url}`);
  const { authorization } = request.headers;
  const idempotencyKey = request.headers['idempotency-key']?.toString();
  return {
    method: request.method ?? '',
    path: url?.pathname ?? '',
    query: url?.searchParams ?? new URLSearchParams(),
    ...(authorization === undefined ? {} : { authorization }),
    ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    ...(await readBody(request)),
  };
}

/** Reads on past the limit without keeping anything, because a client that still writes would miss the answer. */
async function readBody(request: IncomingMessage): Promise<Pick<SandboxCall, 'bodySha256' | 'text'>> {
  const hash = createHash('sha256');
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    hash.update(chunk);
    sizeBytes += chunk.length;
    if (sizeBytes <= largestBody) chunks.push(chunk);
  }
  return { bodySha256: hash.digest('hex'), text: sizeBytes > largestBody ? undefined : decodeText(Buffer.concat(chunks)) };
}

function decodeText(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
