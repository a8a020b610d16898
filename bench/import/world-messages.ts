import type { SandboxOptions } from '../../infra/local/sandbox/sandbox-options.ts';

/** What a world is asked. */
export type WorldRequest =
  | {
      kind: 'start';
      klikit: Partial<SandboxOptions>;
      merchants: number;
      /** The cap halves so long after the first call. */
      halvesAfterMs?: number;
      /** One answer to a create in so many is lost. */
      losesOneIn?: number;
    }
  | { kind: 'report' };

export type WorldAnswer =
  | { kind: 'started'; klikitUrl: string; s3Url: string; secretsUrl: string }
  | { kind: 'report'; report: WorldReport };

/** What klikit and the ledger saw. */
export interface WorldReport {
  calls: number;
  refused: number;
  /** When the first and the last call arrived, in milliseconds. */
  firstCallMs: number;
  lastCallMs: number;
  entries: number;
  /** Entries with a title that another one bears. */
  duplicates: number;
  ledgerObjects: number;
  /** By the first word of the titles, which is the merchant where there are several: creates that were let in, and the time that they took. */
  creates: { name: string; calls: number; tookMs: number }[];
}

export function merchantsOf(count: number): string[] {
  return Array.from({ length: count }, (_, number) => `m${number + 1}`);
}
