import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundling } from '../../../infra/bundle-function.ts';
import { menuWorkbook } from '../../support/menu-workbook.ts';
import { scenarioMenu } from '../scenario.ts';
import type { GateCut } from './gate.ts';
import { runProcessCase } from './run-process-case.ts';

const kinds: readonly GateCut['kind'][] = [
  'before',
  'applied_no_answer',
  'answered_then_killed',
  'truncated_answer',
  'frozen_before',
  'frozen_after',
];

/** So many imports run at once: they wait for send windows most of the time. */
const atOnce = 4;

export interface ProcessCutsResult {
  runs: number;
  violations: string[];
}

/** Every single cut by real processes and real signals, or those that `choose` takes. */
export async function runProcessCuts(choose: (cut: GateCut, position: number) => boolean = () => true): Promise<ProcessCutsResult> {
  const directory = await mkdtemp(join(tmpdir(), 'menu-import-bundle-'));
  try {
    const program = await bundleImporter(directory);
    const { sheets, rows } = scenarioMenu;
    const workbook = await menuWorkbook(sheets);
    const uncut = await runProcessCase({ program, workbook, rows, cut: undefined });
    const cuts = Array.from({ length: uncut.requests }, (_, index) => kinds.map((kind): GateCut => ({ at: index + 1, kind }))).flat();
    const waiting = cuts.filter(choose).values();
    const violations = uncut.violations.map((violation) => `without a cut: ${violation}`);
    let runs = 0;
    const runSome = async (): Promise<void> => {
      for (const cut of waiting) {
        const result = await runProcessCase({ program, workbook, rows, cut });
        runs += 1;
        violations.push(...result.violations.map((violation) => `${cut.kind} at request ${cut.at}: ${violation}`));
      }
    };
    await Promise.all(Array.from({ length: atOnce }, runSome));
    return { runs, violations };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** Bundled as it is deployed: a process that strips types takes longer to start than an import takes. */
async function bundleImporter(directory: string): Promise<string> {
  await build({
    ...bundling,
    entryPoints: {
      'importer-process': fileURLToPath(new URL('importer-process.ts', import.meta.url)),
      'workbook-worker': fileURLToPath(new URL('../../../functions/menu-import/workbook/workbook-worker.ts', import.meta.url)),
    },
    outdir: directory,
  });
  return join(directory, 'importer-process.mjs');
}
