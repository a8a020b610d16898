import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { serveOnLoopback } from '../serve-on-loopback.ts';
import { failure, newRequestId, type SandboxAnswer } from './answers.ts';
import { credentialFault } from './check-credentials.ts';
import { handleCall } from './handle-call.ts';
import { MenuStore, type SandboxState } from './menu-store.ts';
import { RateLimiter } from './rate-limiter.ts';
import { renderPage } from './render-page.ts';
import type { Fault, SandboxOptions } from './sandbox-options.ts';

/** A call as it was answered. Credentials are never kept. */
export interface RecordedCall {
  method: string;
  path: string;
  idempotencyKey?: string;
  body: string;
  /** 0 where the connection was dropped. */
  status: number;
  requestId: string;
}

export interface KlikitSandbox {
  /** Its origin; a page at `/` shows the menu. */
  url: string;
  state(): SandboxState;
  calls(): RecordedCall[];
  inject(fault: Fault): void;
  /** From now on only these are accepted, at once, as after a rotation. */
  rotate(credentials: Readonly<Record<string, string>>): void;
  close: () => Promise<void>;
}

const largestBody = 1_000_000;

/** Starts a klikit on loopback that follows the published contract, and fails on demand. */
export async function startKlikitSandbox(options: SandboxOptions): Promise<KlikitSandbox> {
  const store = new MenuStore(options.groups ?? [], options.stateFile);
  const limiter = options.rate && new RateLimiter(options.rate);
  const { errorVocabulary = 'reference' } = options;
  const faults: { fault: Fault; left: number }[] = [];
  const calls: RecordedCall[] = [];
  let { credentials } = options;

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://sandbox');
    const method = request.method ?? 'GET';
    const text = await readBody(request);
    if (method === 'GET' && url.pathname === '/') {
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
        .end(renderPage(store.state, calls));
      return;
    }
    const key = request.headers['idempotency-key'];
    const idempotencyKey = Array.isArray(key) ? key[0] : key;
    // Noted when it comes, so that a call whose caller gives up is seen too.
    const call: RecordedCall = { method, path: url.pathname, body: text, status: 0, requestId: '' };
    if (idempotencyKey !== undefined) call.idempotencyKey = idempotencyKey;
    calls.push(call);

    const fault = takeFault(faults, { method, path: url.pathname, body: parseJson(text) });
    await sleep((options.latencyMs ?? 0) + (fault?.kind === 'slow' ? (fault.delayMs ?? 1_000) : 0));
    if (fault !== undefined && happensBefore(fault)) {
      Object.assign(call, breakBefore(fault, response));
      return;
    }
    const rate = limiter?.admit(Date.now());
    const refused = credentialFault(request.headers.authorization, credentials);
    const answer: SandboxAnswer =
      refused !== undefined
        ? failure(refused, 'These credentials are not accepted.', errorVocabulary)
        : rate?.admitted === false
          ? failure('rate_limit_exceeded', 'Too many calls.', errorVocabulary)
          : handleCall({ method, path: url.pathname, query: url.searchParams, idempotencyKey, text }, store, options, Date.now());
    Object.assign(call, { status: fault?.kind === 'drop_after' ? 0 : answer.status, requestId: answer.body.request_id });
    sendAnswer({ ...answer, headers: rate?.headers ?? {} }, fault, response);
  };

  const server = await serveOnLoopback((request, response) => {
    serve(request, response).catch(() => response.destroy());
  }, options.port);
  return {
    url: server.url,
    close: server.close,
    state: () => structuredClone(store.state),
    calls: () => [...calls],
    inject: (fault) => faults.push({ fault, left: fault.times ?? 1 }),
    rotate: (accepted) => {
      credentials = accepted;
    },
  };
}

function takeFault(faults: { fault: Fault; left: number }[], call: Parameters<NonNullable<Fault['match']>>[0]): Fault | undefined {
  const due = faults.find(({ fault, left }) => left > 0 && (fault.match?.(call) ?? true));
  if (due !== undefined) due.left -= 1;
  return due?.fault;
}

function happensBefore({ kind }: Fault): boolean {
  return ['drop_before', 'status', 'html', 'redirect'].includes(kind);
}

/** Answers without having done anything, and says with what. */
function breakBefore(
  { kind, status, code = 'INTERNAL', retryAfter }: Fault,
  response: ServerResponse,
): Pick<RecordedCall, 'status' | 'requestId'> {
  const headers = retryAfter === undefined ? {} : { 'retry-after': retryAfter };
  switch (kind) {
    case 'redirect':
      response.writeHead(302, { location: '/login' }).end();
      return { status: 302, requestId: '' };
    case 'html':
      response.writeHead(status ?? 502, { ...headers, 'content-type': 'text/html' }).end('<html><h1>Bad gateway</h1></html>');
      return { status: status ?? 502, requestId: '' };
    case 'status': {
      const requestId = newRequestId();
      const body = { request_id: requestId, error: { code, message: 'This fault was asked for.' } };
      response.writeHead(status ?? 500, { ...headers, 'content-type': 'application/json' }).end(JSON.stringify(body));
      return { status: status ?? 500, requestId };
    }
    default:
      response.destroy();
      return { status: 0, requestId: '' };
  }
}

function sendAnswer({ status, body, headers = {} }: SandboxAnswer, fault: Fault | undefined, response: ServerResponse): void {
  const text = JSON.stringify(body);
  if (fault?.kind === 'drop_after') {
    response.destroy();
    return;
  }
  if (fault?.kind === 'empty_after') {
    response.writeHead(200).end();
    return;
  }
  const length = Buffer.byteLength(text);
  response.writeHead(status, { ...headers, 'content-type': 'application/json', 'content-length': length });
  if (fault?.kind === 'truncate_after') response.write(text.slice(0, length / 2), () => response.destroy());
  else response.end(text);
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestBody) throw new Error('the body is too large');
    chunks.push(chunk);
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
