import { open } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { S3Answer } from './operation.ts';

/** Sends an answer, its file without holding it in memory. A HEAD request gets the headers of its GET and no body. */
export async function sendAnswer(response: ServerResponse, method: string, answer: S3Answer): Promise<void> {
  const { status, headers = {}, body = '' } = answer;
  if (typeof body === 'string') {
    const length = status === 204 || status === 304 ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    response.writeHead(status, { ...length, ...headers }).end(method === 'HEAD' ? undefined : body);
    return;
  }
  if (method === 'HEAD' || body.end < body.start) {
    response.writeHead(status, headers).end();
    return;
  }
  // Opened before the headers are out: from here on the version may be removed and is sent all the same.
  const file = await open(body.path);
  response.writeHead(status, headers);
  await pipeline(file.createReadStream({ start: body.start, end: body.end }), response);
}
