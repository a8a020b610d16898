import { createServer, type RequestListener } from 'node:http';

const closingGraceMs = 2_000;

/** A server that only this machine can reach. */
export interface LoopbackServer {
  /** `http://127.0.0.1:{port}`, without a slash at its end. */
  url: string;
  /** Lets requests under way end, then frees the port. */
  close: () => Promise<void>;
}

/** Serves HTTP on 127.0.0.1; port 0 takes any free one. Rejects where the port is taken. */
export async function serveOnLoopback(listener: RequestListener, port = 0): Promise<LoopbackServer> {
  const server = createServer(listener);
  const listening = Promise.withResolvers<void>();
  server.once('error', listening.reject);
  server.listen(port, '127.0.0.1', listening.resolve);
  await listening.promise;

  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');

  let closed: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closed ??= new Promise((resolve) => {
      const grace = setTimeout(() => server.closeAllConnections(), closingGraceMs);
      // Clients keep their connections, which are idle only after the answer that is under way.
      const idle = setInterval(() => server.closeIdleConnections(), 20);
      server.close(() => {
        clearTimeout(grace);
        clearInterval(idle);
        resolve();
      });
      server.closeIdleConnections();
    });
    return closed;
  };
  return { url: `http://127.0.0.1:${address.port}`, close };
}
