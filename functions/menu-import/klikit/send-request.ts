import * as z from 'zod';

/** One HTTP request, built once; every attempt sends the same bytes. */
export interface PreparedRequest {
  method: 'GET' | 'POST';
  url: URL;
  headers: Readonly<Record<string, string>>;
  body?: string;
}

/** What came back of one attempt. */
export type Answer =
  | { kind: 'answer'; status: number; json: unknown; requestId?: string; errorCode?: string; message: string; retryAfter?: string }
  /** `sent`: the request may have reached klikit, so it may have had its effect. */
  | { kind: 'no_answer'; sent: boolean };

/** Every answer of klikit, contract: Every answer. Unknown keys are ignored, missing ones tolerated. */
const envelopeSchema = z.object({
  request_id: z.string().nullish(),
  error: z.object({ code: z.string().nullish(), message: z.string().nullish() }).nullish(),
});

const largestBody = 1_000_000;
/** Faults of a connection that never came about, so klikit saw nothing. */
const neverSent =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_|ERR_SSL_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

/** Sends once. Redirects are not followed, so the credentials never reach another origin; a body is read to 1 MB at most. */
export async function sendRequest(request: PreparedRequest, authorization: string, send: typeof fetch, timeoutMs: number): Promise<Answer> {
  const { url, method, headers, body } = request;
  try {
    const response = await send(url, {
      method,
      headers: { ...headers, authorization },
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      ...(body === undefined ? {} : { body }),
    });
    const text = await readBody(response);
    const json = text === undefined ? undefined : parseJson(text);
    const envelope = envelopeSchema.safeParse(json).data;
    const requestId = envelope?.request_id ?? response.headers.get('x-request-id');
    const retryAfter = response.headers.get('retry-after');
    const errorCode = envelope?.error?.code;
    return {
      kind: 'answer',
      status: response.status,
      json,
      message: envelope?.error?.message ?? errorCode ?? `HTTP ${response.status}`,
      ...(requestId ? { requestId } : {}),
      ...(errorCode ? { errorCode } : {}),
      ...(retryAfter === null ? {} : { retryAfter }),
    };
  } catch (error) {
    return { kind: 'no_answer', sent: !neverSent.test(faultCode(error)) };
  }
}

/** The body as text; `undefined` where it is too large or breaks off. */
async function readBody(response: Response): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of response.body ?? []) {
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

function faultCode(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  const [first] = cause instanceof AggregateError ? cause.errors : [cause];
  return typeof first === 'object' && first !== null && 'code' in first ? String(first.code) : '';
}
