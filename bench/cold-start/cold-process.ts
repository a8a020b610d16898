import { subscribe } from 'node:diagnostics_channel';
import type { Moment, ProcessReport, RequestMoment } from './moment.ts';

// A process of its own: loads the bundled handler, and gives it one event, as Lambda does. Node tells of each request that leaves.
const started = moment();
const [, , bundle = '', event = ''] = process.argv;
const requests: RequestMoment[] = [];
subscribe('http.client.request.start', (message) => {
  const { request } = message as { request: { protocol: string; path: string; getHeader: (name: string) => unknown } };
  requests.push({ ...moment(), origin: `${request.protocol}//${String(request.getHeader('host'))}`, path: request.path });
});

const { handler } = (await import(bundle)) as { handler: (event: unknown, context: object) => Promise<{ Status: string }> };
const loaded = moment();
const { Status: status } = await handler(JSON.parse(event), { awsRequestId: 'bench', getRemainingTimeInMillis: () => 900_000 });
// Only now, because it imports what the bundle would have had to load.
const { peakMegabytes } = await import('../measure/peak-memory.ts');
const report: ProcessReport = { started, loaded, requests, peakMegabytes: peakMegabytes(), status };
process.getBuiltinModule('node:fs').writeSync(1, JSON.stringify(report));
// Connections are kept alive for the next event, which does not come.
process.exit(0);

function moment(): Moment {
  const { user, system } = process.cpuUsage();
  return {
    atMs: performance.timeOrigin + performance.now(),
    cpuMs: (user + system) / 1_000,
    residentMegabytes: process.memoryUsage.rss() / 1_000_000,
  };
}
