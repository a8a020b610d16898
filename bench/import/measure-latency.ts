import { fork } from 'node:child_process';
import { once } from 'node:events';
import { median } from '../measure/median.ts';
import { worldModule } from './run-program.ts';
import type { WorldAnswer, WorldRequest } from './world-messages.ts';

const calls = 60;

/** What one call takes, in milliseconds, where klikit is told to take so long: the clocks of the servers tick in whole milliseconds. */
export async function measureLatency(latencyMs: number): Promise<number> {
  const servers = fork(worldModule);
  try {
    const request: WorldRequest = { kind: 'start', klikit: { latencyMs }, merchants: 1 };
    servers.send(request);
    const [answer] = (await once(servers, 'message')) as [WorldAnswer];
    if (answer.kind !== 'started') throw new Error('the world did not start');
    const authorization = `Basic ${Buffer.from('partner-m1:secret').toString('base64')}`;
    const times: number[] = [];
    for (let call = 0; call < calls; call += 1) {
      const startedMs = performance.now();
      const response = await fetch(`${answer.klikitUrl}/v1/partner/brands`, { headers: { authorization } });
      await response.arrayBuffer();
      times.push(performance.now() - startedMs);
    }
    return median(times);
  } finally {
    servers.disconnect();
  }
}
