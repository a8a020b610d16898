import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import type { LoopbackServer } from '../../infra/local/serve-on-loopback.ts';

/** An address that leads to that one; what comes back takes so much longer. */
export async function delayAnswers(url: string, delayMs: number): Promise<LoopbackServer> {
  const { hostname, port } = new URL(url);
  const server = createServer((client) => {
    const target = connect(Number(port), hostname);
    client.pipe(target);
    target.on('data', (chunk) => setTimeout(() => client.write(chunk), delayMs));
    target.on('close', () => setTimeout(() => client.end(), delayMs));
    for (const socket of [client, target]) {
      socket.on('error', () => {
        client.destroy();
        target.destroy();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: own } = server.address() as AddressInfo;
  const close = async () => {
    await Promise.all([once(server, 'close'), Promise.resolve(server.close())]);
  };
  return { url: `http://127.0.0.1:${own}`, close };
}
