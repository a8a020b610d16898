import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';

interface HttpInit {
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  body?: string;
  redirect: 'manual';
  signal: AbortSignal;
}

interface HttpResponse {
  status: number;
  headers: { get: (name: string) => string | null };
  body: AsyncIterable<Uint8Array> | null;
}

/** The part of `fetch` that a call to klikit needs; `fetch` itself is one. */
export type HttpFetch = (url: URL, init: HttpInit) => Promise<HttpResponse>;

/**
 * `fetch` without its streams, which cost more than everything else that an import does: Node's own client over connections that are
 * kept. Redirects are never followed. Rejects as `fetch` does, with the fault of the connection as `cause`. Decision 11.
 */
export function keepAliveFetch(): HttpFetch {
  const options = { keepAlive: true };
  const [http, https] = [new HttpAgent(options), new HttpsAgent(options)];
  return (url, { method, headers, body = '', signal }) =>
    new Promise((resolve, reject) => {
      const isTls = url.protocol === 'https:';
      const length = method === 'POST' ? { 'content-length': String(Buffer.byteLength(body)) } : {};
      const request = (isTls ? httpsRequest : httpRequest)(url, {
        method,
        headers: { ...headers, ...length },
        agent: isTls ? https : http,
        signal,
      });
      let isConnecting = true;
      request.on('socket', (socket) => {
        isConnecting = socket.connecting;
        if (!isConnecting) return;
        socket.once('connect', () => {
          isConnecting = false;
        });
      });
      request.on('error', (error) => {
        // Time that ran out before there was a connection: nothing was sent.
        const cause = isConnecting && signal.aborted ? Object.assign(error, { syscall: 'connect' }) : error;
        reject(new TypeError('fetch failed', { cause }));
      });
      request.on('response', (response) => resolve(responseOf(response)));
      request.end(body);
    });
}

function responseOf(response: IncomingMessage): HttpResponse {
  const get = (name: string) => {
    const value = response.headers[name];
    return (Array.isArray(value) ? value.join(', ') : value) ?? null;
  };
  return { status: response.statusCode ?? 0, headers: { get }, body: response };
}
