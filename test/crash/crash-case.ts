import type { InDoubt } from '../../functions/menu-import/import-ports.ts';
import type { Cut } from './cut.ts';
import type { KlikitBehaviour } from './klikit-in-process.ts';

/** One run of the world, from its first event to its rest. The same case runs the same way, every time. */
export interface CrashCase {
  /** What klikit makes of the keys. */
  sandbox: KlikitBehaviour['idempotency'];
  inDoubt: InDoubt;
  variant: Variant;
  /** What befalls each process, in the order in which they are started. */
  cuts: readonly (Cut | undefined)[];
  /** Of all dice: how long the ways are, how wrong the clocks, how long a jittered pause. */
  seed: number;
  /** From the end or the standstill of a process to the next delivery. @default 1_000 */
  recoversAfterMs?: number;
  /** A slice may start something new for so long. @default 60_000 */
  sliceMs?: number;
}

/** Which events come when, and whether a process lives on between its slices. */
export type Variant = keyof typeof variants;

interface Arrival {
  /** The version of the menu, from 0. */
  version: number;
  afterMs: number;
}

export const variants = {
  /** Each slice in a process of its own. */
  cold: { isWarm: false, arrivals: [{ version: 0, afterMs: 0 }] },
  warm: { isWarm: true, arrivals: [{ version: 0, afterMs: 0 }] },
  /** S3 delivers at least once. */
  duplicate: {
    isWarm: false,
    arrivals: [
      { version: 0, afterMs: 0 },
      { version: 0, afterMs: 0 },
    ],
  },
  /** S3 keeps no order. */
  older_after_newer: {
    isWarm: false,
    arrivals: [
      { version: 1, afterMs: 0 },
      { version: 0, afterMs: 60_000 },
    ],
  },
  /** The merchant corrects the menu while it is imported. */
  newer_meets_older: {
    isWarm: false,
    arrivals: [
      { version: 0, afterMs: 0 },
      { version: 1, afterMs: 100 },
    ],
  },
} as const satisfies Record<string, { isWarm: boolean; arrivals: readonly Arrival[] }>;

/** The case as an argument of `runCase`, to see it again. */
export function describeCase(crashCase: CrashCase): string {
  return `runCase(${JSON.stringify(crashCase)})`;
}
