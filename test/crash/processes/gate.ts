import { createServer, request as forward, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a gate does at one request. */
export interface GateCut {
  /** Which request, counted over everything behind the gates; from 1. */
  at: number;
  kind: 'before' | 'applied_no_answer' | 'answered_then_killed' | 'truncated_answer' | 'frozen_before' | 'frozen_after';
}

/** A request that came through, and how it was answered. */
export interface SeenRequest {
  method: string;
  path: string;
  body: string;
  /** 0 while nothing was answered. */
  status: number;
  idempotencyKey?: string;
}

/**
 * Stands between a process and everything it talks to, counts its requests, and strikes at one of them. The process is the very
 * one that is deployed, and knows nothing of it.
 */
export class Gate {
  /** Every request of every process so far, in the order in which they took effect. */
  readonly seen: SeenRequest[] = [];
  #count = 0;
  readonly #strike: (kind: GateCut['kind']) => Promise<void>;
  readonly #servers: Server[] = [];
  #cut: GateCut | undefined;

  /** `strike` kills or freezes the process. It resolves when the process may have its request, or its answer, after all. */
  constructor(strike: (kind: GateCut['kind']) => Promise<void>) {
    this.#strike = strike;
  }

  /** Whether the cut has befallen a request. */
  get hasCut(): boolean {
    return this.#cut !== undefined && this.#count >= this.#cut.at;
  }

  /** How many requests came since the gate was armed. */
  get count(): number {
    return this.#count;
  }

  /** From the next request on, counted anew. */
  arm(cut: GateCut | undefined): void {
    this.#count = 0;
    this.#cut = cut;
  }

  /** An address that leads to that one. */
  async before(target: string): Promise<string> {
    const { hostname, port } = new URL(target);
    const server = createServer((incoming, outgoing) => {
      void this.#pass(incoming, outgoing, { hostname, port });
    });
    this.#servers.push(server);
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  close(): void {
    for (const server of this.#servers) {
      server.closeAllConnections();
      server.close();
    }
  }

  async #pass(incoming: IncomingMessage, outgoing: ServerResponse, target: { hostname: string; port: string }): Promise<void> {
    const { method = '', url: path = '', headers } = incoming;
    this.#count += 1;
    const kind = this.#cut?.at === this.#count ? this.#cut.kind : undefined;
    const body = await bytesOf(incoming);
    if (kind === 'before' || kind === 'frozen_before') await this.#strike(kind);
    // Who is dead asks for nothing; what a frozen process has sent already arrives when it is awake again.
    if (kind === 'before') return;

    const seen: SeenRequest = { method, path, body: body.toString(), status: 0, ...keyOf(headers) };
    this.seen.push(seen);
    const answer = await ask({ ...target, method, path, headers }, body);
    seen.status = answer.status;
    if (kind === 'applied_no_answer' || kind === 'frozen_after') await this.#strike(kind);
    if (kind === 'applied_no_answer') return;
    outgoing.writeHead(answer.status, answer.headers);
    if (kind === 'truncated_answer') {
      outgoing.write(answer.body.subarray(0, answer.body.length / 2), () => outgoing.destroy());
      return;
    }
    outgoing.end(answer.body, () => {
      if (kind === 'answered_then_killed') void this.#strike(kind);
    });
  }
}

function keyOf({ 'idempotency-key': key }: IncomingMessage['headers']): Pick<SeenRequest, 'idempotencyKey'> {
  return typeof key === 'string' ? { idempotencyKey: key } : {};
}

interface PassedRequest {
  method: string;
  path: string;
  hostname: string;
  port: string;
  headers: IncomingMessage['headers'];
}

function ask(
  { hostname, port, method, path, headers }: PassedRequest,
  body: Buffer,
): Promise<{ status: number; headers: IncomingMessage['headers']; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const passed = forward({ hostname, port, method, path, headers }, (answer) => {
      bytesOf(answer).then((bytes) => resolve({ status: answer.statusCode ?? 500, headers: answer.headers, body: bytes }), reject);
    });
    passed.on('error', reject);
    passed.end(body);
  });
}

async function bytesOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}
