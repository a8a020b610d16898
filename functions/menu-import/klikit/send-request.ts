import * as z from 'zod';
import type { HttpFetch } from './http-fetch.ts';
import { mayHaveBeenSent, wasConnectionClosed } from './may-have-been-sent.ts';
import type { RateLimitHeaders } from './pacing/rate-limit-headers.ts';

/** One HTTP request, built once; every attempt sends the same bytes. */
export interface PreparedRequest {
  method: 'GET' | 'POST';
  url: URL;
  headers: Readonly<Record<string, string>>;
  body?: string;
}

/** What came back of one attempt. */
export type Answer =
  | {
      kind: 'answer';
      status: number;
      json: unknown;
      requestId?: string;
      errorCode?: string;
      message: string;
      retryAfter?: string;
      rateLimit: RateLimitHeaders;
    }
  /** `sent`: the request may have reached klikit, so it may have had its effect. `closed`: the connection was closed on it. */
  | { kind: 'no_answer'; sent: boolean; closed: boolean };

/** A field of another shape is as good as missing: it must not take the others with it. */
const text = z.string().nullish().catch(undefined);
/** Every answer of klikit, contract: Every answer. Unknown keys are ignored, missing ones tolerated. */
const envelopeSchema = z.object({
  request_id: z
    .union([z.string(), z.number().transform(String)])
    .nullish()
    .catch(undefined),
  error: z.object({ code: text, message: text }).nullish().catch(undefined),
});

const largestBody = 1_000_000;

/** Sends once. Redirects are not followed, so the credentials never reach another origin; a body is read to 1 MB at most. */
export async function sendRequest(request: PreparedRequest, authorization: string, send: HttpFetch, timeoutMs: number): Promise<Answer> {
  const { url, method, headers, body } = request;
  // `AbortSignal.timeout` would keep each call in memory until its time is up, however soon the answer comes.
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(new DOMException('no answer in time', 'TimeoutError')), timeoutMs);
  try {
    const response = await send(url, {
      method,
      headers: { ...headers, authorization },
      redirect: 'manual',
      signal: timeout.signal,
      ...(body === undefined ? {} : { body }),
    });
    const read = await readBody(response.body);
    const json = read === undefined ? undefined : parseJson(read);
    const envelope = envelopeSchema.safeParse(json).data;
    const requestId = envelope?.request_id?.trim() || response.headers.get('x-request-id');
    const retryAfter = response.headers.get('retry-after');
    const errorCode = envelope?.error?.code;
    return {
      kind: 'answer',
      status: response.status,
      json,
      message: envelope?.error?.message ?? errorCode ?? `HTTP ${response.status}`,
      rateLimit: rateLimitOf(response.headers),
      ...(requestId ? { requestId } : {}),
      ...(errorCode ? { errorCode } : {}),
      ...(retryAfter === null ? {} : { retryAfter }),
    };
  } catch (error) {
    return { kind: 'no_answer', sent: mayHaveBeenSent(error), closed: wasConnectionClosed(error) };
  } finally {
    clearTimeout(timer);
  }
}

function rateLimitOf(headers: { get: (name: string) => string | null }): RateLimitHeaders {
  const names = ['limit', 'remaining', 'reset'] as const;
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = headers.get(`x-ratelimit-${name}`);
      return value === null ? [] : [[name, value]];
    }),
  );
}

/** The body as text; `undefined` where it is too large or breaks off. */
async function readBody(body: AsyncIterable<Uint8Array> | null): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of body ?? []) {
      size += chunk.length;
      if (size > largestBody) return undefined;
      chunks.push(chunk);
    }
  } catch {
    return undefined;
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
