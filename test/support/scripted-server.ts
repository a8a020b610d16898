import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

interface SeenRequest {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export type ScriptedAnswer = (response: ServerResponse) => void;

/** A server that answers by a script, in the order of the requests; the last answer goes on for ever. Ends with its test. */
export async function scriptedServer(...answers: ScriptedAnswer[]) {
  const seen: SeenRequest[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const answer = answers[Math.min(seen.length, answers.length - 1)];
      seen.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString() });
      answer?.(response);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

/** JSON, as klikit answers. */
export const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): ScriptedAnswer =>
  (response) =>
    void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));

/** A web page, as something in front of klikit answers. */
export const html =
  (status: number, headers: Record<string, string> = {}): ScriptedAnswer =>
  (response) =>
    void response.writeHead(status, { 'content-type': 'text/html', ...headers }).end('<html><h1>Oops</h1></html>');

/** klikit's envelope of a failure; its request id is `req_{code}`. */
export const failed = (status: number, code: string, headers: Record<string, string> = {}): ScriptedAnswer =>
  json(status, { request_id: `req_${code}`, error: { code, message: 'no' } }, headers);

export const created: ScriptedAnswer = json(201, { request_id: 'req_ok', data: { id: 7 } });

/** The connection ends where an answer should come. */
export const hangUp: ScriptedAnswer = (response) => void response.destroy();

/** The connection ends in the middle of a body that promised more. */
export const breakOff =
  (status: number): ScriptedAnswer =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json', 'content-length': '500' });
    response.write('{"request_id":"req_half","data":{"id"', () => response.destroy());
  };

/** JSON that ends too early, in a body that is complete. */
export const halfJson =
  (status: number): ScriptedAnswer =>
  (response) =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end('{"request_id":"req_half","data":{"id":');

/** A success that is well formed, but more than a client should read. */
export const hugeBody =
  (status: number): ScriptedAnswer =>
  (response) =>
    void response.writeHead(status).end(JSON.stringify({ request_id: 'req_huge', data: { id: 7 }, more: 'x'.repeat(1_100_000) }));

export const redirect =
  (location: string): ScriptedAnswer =>
  (response) =>
    void response.writeHead(302, { location }).end();

/** Nothing, for as long as the test lasts. */
export const silence: ScriptedAnswer = () => undefined;
