import { createServer, request as forward, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** What the proxy looks at before it loses an answer. */
interface ProxiedRequest {
  method: string;
  path: string;
}

/**
 * Stands before a server and passes everything on, but loses the answers that it is told to lose: the server has done what it
 * was asked, and the client never hears of it. Ends with its test.
 */
export async function lossyProxy(target: string) {
  const losing: { match: (request: ProxiedRequest) => boolean; left: number }[] = [];
  const { hostname, port } = new URL(target);
  const proxy = createServer((incoming, outgoing) => {
    const request = { method: incoming.method ?? '', path: incoming.url ?? '' };
    const loss = losing.find(({ match, left }) => left > 0 && match(request));
    if (loss !== undefined) loss.left -= 1;
    const passed = forward(
      { hostname, port, method: incoming.method, path: incoming.url, headers: incoming.headers },
      (answer: IncomingMessage) => {
        if (loss !== undefined) {
          answer.resume().on('end', () => outgoing.destroy());
          return;
        }
        outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(outgoing);
      },
    );
    passed.on('error', () => outgoing.destroy());
    incoming.pipe(passed);
  });
  await new Promise<void>((resolve) => {
    proxy.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    proxy.closeAllConnections();
    proxy.close();
  });
  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    loseAnswers: (times: number, match: (request: ProxiedRequest) => boolean) => void losing.push({ match, left: times }),
  };
}
