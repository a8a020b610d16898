import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { serveOnLoopback } from '../../infra/local/serve-on-loopback.ts';

interface Invocation {
  path: string;
  type: string;
  name: string;
  payload: string;
}

/**
 * As much of Lambda's Invoke as the start of a durable execution needs: a name is started once; the same name with the same payload
 * is accepted and starts nothing, with another payload it is a conflict. `refuses`: what is answered 403. Ends with its test.
 */
export async function startLambdaServer(refuses: (invocation: Invocation) => boolean = () => false) {
  const invocations: Invocation[] = [];
  /** Payloads by name. */
  const executions = new Map<string, string>();
  const { url, close } = await serveOnLoopback((request, response) => {
    const fault = (status: number, type: string) => void response.writeHead(status, { 'x-amzn-errortype': type }).end('{}');
    text(request).then(
      (payload) => {
        const { 'x-amz-invocation-type': type, 'x-amz-durable-execution-name': name } = request.headers;
        const invocation = { path: request.url ?? '', type: String(type), name: String(name), payload };
        invocations.push(invocation);
        if (refuses(invocation)) return fault(403, 'AccessDeniedException');
        if ((executions.get(invocation.name) ?? payload) !== payload) return fault(409, 'DurableExecutionAlreadyStartedException');
        executions.set(invocation.name, payload);
        response.writeHead(202).end();
      },
      () => response.destroy(),
    );
  });
  onTestFinished(close);
  return { url, invocations, executions };
}
