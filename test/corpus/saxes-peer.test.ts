import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { WorkbookRefused } from '../../functions/menu-import/workbook/errors.ts';
import { findParts } from '../../functions/menu-import/workbook/find-parts.ts';
import { defaultReadLimits } from '../../functions/menu-import/workbook/limits.ts';
import { type Archive, openArchive } from '../../functions/menu-import/workbook/open-archive.ts';
import { readStyles } from '../../functions/menu-import/workbook/read-styles.ts';
import { readWorkbook } from '../../functions/menu-import/workbook/read-workbook.ts';
import { toUtf8 } from '../../functions/menu-import/workbook/xml/to-utf8.ts';
import { corpusFiles } from '../support/corpus.ts';
import { cellsBySaxes, sharedStringsBySaxes } from '../support/saxes-reader/read-cells.ts';
import { saxesEvents, tokenizerEvents } from '../support/saxes-reader/xml-events.ts';

const files = corpusFiles();
/** Beyond what the product reads, so that the parts of large files are compared as well. */
const limits = { ...defaultReadLimits, maxInflatedBytes: 400_000_000, maxCompressionRatio: 100_000, maxRows: 200_000, maxColumns: 16_384 };
/** The events of one part are all in memory, twice. */
const largestPart = 4_000_000;

describe.skipIf(files.length === 0)('beside a reader on saxes, over workbooks that nobody here wrote,', () => {
  test('the tokenizer reads every XML part alike, in the chunks in which it is inflated', async () => {
    let parts = 0;
    const different: string[] = [];
    for (const { name, path } of files) {
      const bytes = readFileSync(path);
      const archive = await openArchive(bytes, limits).catch(() => undefined);
      if (archive === undefined) continue;
      for (const part of await xmlParts(bytes)) {
        const chunks = await chunksOf(archive, part);
        if (chunks === undefined) continue;
        parts += 1;
        const [ours, peers] = [tokenizerEvents(chunks), saxesEvents(new TextDecoder().decode(Buffer.concat(chunks)))];
        const alike =
          (ours.refused === undefined) === (peers.refused === undefined) &&
          (ours.refused !== undefined || sameLines(ours.events, peers.events));
        if (!alike) different.push(`${name} ${part}: ${ours.refused ?? 'read'}, saxes: ${peers.refused ?? 'read'}`);
      }
    }
    process.stdout.write(`${parts} XML parts of ${files.length} workbooks are read as saxes reads them, ${different.length} are not\n`);
    expect(different).toEqual([]);
    expect(parts).toBeGreaterThan(5_000);
  });

  test('the reader finds the same cells', async () => {
    let cells = 0;
    const different: string[] = [];
    for (const { name, path } of files) {
      const bytes = readFileSync(path);
      const workbook = await readWorkbook(bytes, limits).catch((error: unknown) => {
        if (error instanceof WorkbookRefused) return undefined;
        throw error;
      });
      if (workbook === undefined) continue;
      const peers = await readBySaxes(bytes);
      for (const [position, sheet] of workbook.sheets.entries()) {
        const ours = sheet.rows.flatMap((row) => row.cells.map(({ column, type, value }) => `${row.row},${column} ${type} ${value}`));
        const theirs = [...(peers[position] ?? [])].map(([place, { type, value }]) => `${place} ${type} ${value}`);
        cells += ours.length;
        if (!sameLines(ours.toSorted(), theirs.toSorted())) different.push(`${name} "${sheet.name}"`);
      }
    }
    process.stdout.write(`${cells} cells are the same as a reader on saxes finds; ${different.length} sheets are not\n`);
    expect(different).toEqual([]);
    expect(cells).toBeGreaterThan(200_000);
  });
});

async function xmlParts(bytes: Buffer): Promise<string[]> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: false });
  const names: string[] = [];
  for await (const entry of zip.eachEntry())
    if (/\.(?:xml|rels|vml)$/i.test(entry.fileName) && entry.uncompressedSize < largestPart) names.push(entry.fileName);
  return names;
}

/** `undefined` where the part cannot be inflated. */
async function chunksOf(archive: Archive, part: string): Promise<Buffer[] | undefined> {
  try {
    return await Array.fromAsync(toUtf8(archive.read(part)));
  } catch {
    return undefined;
  }
}

async function readBySaxes(bytes: Buffer) {
  const archive = await openArchive(bytes, limits);
  const textOf = async (part: string) => new TextDecoder().decode(Buffer.concat(await Array.fromAsync(toUtf8(archive.read(part)))));
  const parts = await findParts(archive);
  const strings = parts.sharedStrings === undefined ? [] : sharedStringsBySaxes(await textOf(parts.sharedStrings));
  const formats = parts.styles === undefined ? [] : await readStyles(archive.read(parts.styles));
  const context = { ...parts, sharedString: (position: number) => strings[position] };
  return Promise.all(parts.sheets.map(async ({ path }) => cellsBySaxes(await textOf(path), formats, context)));
}

/** `toEqual` would print hundreds of thousands of lines. */
function sameLines(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((line, position) => line === other[position]);
}
