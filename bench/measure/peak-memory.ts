import { existsSync, readFileSync } from 'node:fs';

const status = '/proc/self/status';

/**
 * The most memory that this process has held, in MB. Linux tells it by process; what Node hands on, `maxRSS`, is inherited
 * from the process that started this one wherever that one was larger.
 */
export function peakMegabytes(): number {
  const highWater = existsSync(status) ? /VmHWM:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1] : undefined;
  const kibibytes = highWater === undefined ? process.resourceUsage().maxRSS : Number(highWater);
  return (kibibytes * 1_024) / 1_000_000;
}
