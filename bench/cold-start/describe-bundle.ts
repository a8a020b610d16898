import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Metafile } from 'esbuild';
import { bytesByPackage, loadedWith, outputNamed } from '../../infra/bundle-contents.ts';
import { writeArchive } from '../workbooks/write-archive.ts';

const mostBytes = 1_700_000;
/** The packages below share a line. */
const mostLines = 12;

/** How large the bundle in a directory is, against the target, and what of it is loaded at each start. */
export function describeBundle(directory: string, metafile: Metafile): string {
  const sizes = Object.values(metafile.outputs).map(({ bytes }) => bytes);
  const total = sum(sizes);
  const archive = writeArchive(
    readdirSync(directory).map((name) => [name, readFileSync(join(directory, name), 'utf8')]),
    { sizesFollow: false },
  );
  const handler = loadedWith(metafile, outputNamed(metafile, 'handler.mjs'));
  const worker = loadedWith(metafile, outputNamed(metafile, 'workbook-worker.mjs'));
  const loaded = bytesByPackage(metafile, [...new Set([...handler, ...worker])]);
  return [
    `${kilobytes(total)} kB in ${sizes.length} files, ${kilobytes(archive.length)} kB as a zip archive`,
    `${total <= mostBytes ? 'met   ' : 'missed'}  at most ${kilobytes(mostBytes)} kB with the AWS SDK in it`,
    `${loaded.has('exceljs') ? 'missed' : 'met   '}  no exceljs before a report is written`,
    '',
    `Loaded at the start: ${describeFiles(metafile, handler)}. For a workbook: ${describeFiles(metafile, worker)}.`,
    'What that is, in kB:',
    ...lines(loaded),
  ].join('\n');
}

function describeFiles({ outputs }: Metafile, files: readonly string[]): string {
  const [entry = '', ...others] = files;
  return `${basename(entry)} and ${others.length} parts, ${kilobytes(sum(files.map((file) => outputs[file]?.bytes ?? 0)))} kB`;
}

function lines(sizes: ReadonlyMap<string, number>): string[] {
  const entries = [...sizes];
  const others = entries.slice(mostLines);
  const rest: [string, number][] = others.length === 0 ? [] : [[`${others.length} others`, sum(others.map(([, bytes]) => bytes))]];
  return [...entries.slice(0, mostLines), ...rest].map(([name, bytes]) => `${kilobytes(bytes).padStart(5)}  ${name}`);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function kilobytes(bytes: number): string {
  return (bytes / 1_000).toFixed(0);
}
