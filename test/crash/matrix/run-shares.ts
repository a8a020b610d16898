import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import type { PartResult } from './run-parts.ts';

const lineSchema = z.object({ name: z.string(), runs: z.int(), violations: z.array(z.string()) });

/** Runs the matrix in so many processes at once. Answers what each part came to, by its name. */
export async function runShares(of: number, sampledPairs: number, triples: number): Promise<Map<string, PartResult>> {
  const shares = await Promise.all(Array.from({ length: of }, (_, part) => runShare([part, of, sampledPairs, triples])));
  const parts = new Map<string, PartResult>();
  for (const { name, runs, violations } of shares.flat()) {
    const known = parts.get(name) ?? { runs: 0, violations: [] };
    parts.set(name, { runs: known.runs + runs, violations: [...known.violations, ...violations] });
  }
  return parts;
}

async function runShare(words: readonly number[]): Promise<z.infer<typeof lineSchema>[]> {
  const program = fileURLToPath(new URL('run-share.ts', import.meta.url));
  const child = spawn(process.execPath, [program, ...words.map(String)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  const status = await new Promise((resolve) => {
    child.once('close', resolve);
  });
  if (status !== 0) throw new Error(`a share of the matrix ended with ${String(status)}`);
  return out
    .trim()
    .split('\n')
    .map((line) => lineSchema.parse(JSON.parse(line)));
}
