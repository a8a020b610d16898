import type { ServerResponse } from 'node:http';
import type { Answers, SandboxAnswer } from './answers.ts';
import type { Fault } from './sandbox-options.ts';

/** What went out: 0 is nothing. */
export interface Sent {
  status: number;
  requestId?: string;
}

/** Sends an answer. */
export function sendAnswer({ status, body, headers = {} }: SandboxAnswer, response: ServerResponse): Sent {
  const bytes = Buffer.from(JSON.stringify(body));
  response.writeHead(status, { ...headers, 'content-type': 'application/json', 'content-length': bytes.length }).end(bytes);
  return { status, requestId: body.request_id };
}

/** Spoils the answer to a call; without an answer the call had no effect. */
export function sendFault(fault: Fault, answer: SandboxAnswer | undefined, response: ServerResponse, answers: Answers): Sent {
  const { kind, status, code, location = '/login' } = fault;
  const headers: Record<string, string> = fault.retryAfter === undefined ? {} : { 'retry-after': fault.retryAfter };
  switch (kind) {
    case 'drop_before':
    case 'drop_after':
      response.destroy();
      return { status: 0, ...(answer === undefined ? {} : { requestId: answer.body.request_id }) };
    case 'truncate_after':
      return truncate(answer ?? answers.fault(status ?? 500, code), response);
    case 'status':
      return sendAnswer({ ...answers.fault(status ?? 500, code), headers }, response);
    case 'slow':
      return sendAnswer(answer ?? answers.fault(status ?? 500, code), response);
    case 'html':
      return sendPlain(status ?? 502, { ...headers, 'content-type': 'text/html' }, '<html><h1>Bad gateway</h1></html>', response);
    case 'empty':
    case 'empty_after':
      return sendPlain(status ?? 200, headers, '', response);
    case 'redirect':
      return sendPlain(status ?? 302, { ...headers, location }, '', response);
  }
}

function sendPlain(status: number, headers: Readonly<Record<string, string>>, text: string, response: ServerResponse): Sent {
  response.writeHead(status, headers).end(text);
  return { status };
}

function truncate({ status, body, headers = {} }: SandboxAnswer, response: ServerResponse): Sent {
  const bytes = Buffer.from(JSON.stringify(body));
  response.writeHead(status, { ...headers, 'content-type': 'application/json', 'content-length': bytes.length });
  response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
  return { status, requestId: body.request_id };
}
