import type { FindingParam } from './finding.ts';

/** The first few of many, with how many more there are. */
export function nameSome(all: readonly FindingParam[], most: number): FindingParam {
  const more = all.length - most;
  return { list: all.slice(0, most), ...(more > 0 ? { more } : {}) };
}
