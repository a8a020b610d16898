import type { IncomingMessage } from 'node:http';
import { PageRefusal } from './page-refusal.ts';

/**
 * Throws where a request does not come from this page. Any website can let a browser call an address of this machine: under a name of
 * its own that leads here, which `Host` tells, or across origins, which `Origin` and `Sec-Fetch-Site` tell.
 */
export function refuseStrangers({ method, headers, socket }: IncomingMessage): void {
  const isOurs = ['127.0.0.1', 'localhost', '[::1]'].some((name) => headers.host === `${name}:${socket.localPort}`);
  const { host, origin } = headers;
  if (!isOurs) throw new PageRefusal(403, 'This page answers on this machine only, under 127.0.0.1 or localhost.');
  if (method === 'GET') return;
  const site = headers['sec-fetch-site'];
  const isOwnOrigin = origin === undefined ? site === 'same-origin' : origin === `http://${host}`;
  if (!isOwnOrigin || (site ?? 'same-origin') !== 'same-origin') {
    throw new PageRefusal(403, 'Files are taken from this page only. Programs upload them to S3.');
  }
}
