import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleReaders } from './measure/bundle-readers.ts';
import { measureFile } from './measure/measure-file.ts';
import { runBundle } from './measure/run-reader.ts';
import { tallyOf } from './measure/tally.ts';
import { describeBusyness, describeMachine } from './report/describe-machine.ts';
import { describeReaders } from './report/describe-readers.ts';
import type { FileResult } from './report/file-result.ts';
import { findMistakes } from './report/find-mistakes.ts';
import { judgeTargets } from './report/judge-targets.ts';
import { importHeader, importLine, memoryHeader, memoryLine, timeHeader, timeLine } from './report/reading-tables.ts';
import { expectedValues } from './workbooks/expected-values.ts';
import { type MadeWorkbook, madeWorkbooks } from './workbooks/made-workbooks.ts';
import { menuRows } from './workbooks/menu-rows.ts';
import { writeWorkbook } from './workbooks/write-workbook.ts';

const directory = mkdtempSync(join(tmpdir(), 'bench-read-'));
try {
  await compareReaders();
} finally {
  rmSync(directory, { recursive: true });
}

async function compareReaders(): Promise<void> {
  console.log(`Reading workbooks\n${describeMachine()}\n\n${describeReaders()}\n`);
  bundleReaders(directory);

  console.log(
    'Time from bytes in memory to the last cell, in ms: median of 3 to 5 runs, each in a fresh process (* read wrongly, see below)',
  );
  console.log(timeHeader());
  const results: FileResult[] = [];
  for (const workbook of madeWorkbooks) {
    const result = measure(workbook);
    results.push(result);
    // A line at a time, as it takes minutes.
    console.log(timeLine(result, 'readMs'));
  }

  console.log(`\nThe same in processor time, of all threads, in ms: what counts where there is less than one processor, or a busy one`);
  console.log([timeHeader(), ...results.map((result) => timeLine(result, 'cpuMs'))].join('\n'));
  console.log(describeBusyness(results));

  const nothing = runBundle(`${directory}/measure-nothing.mjs`, []) as { peakMegabytes: number };
  console.log(`\nPeak memory of the process, in MB: most of those runs (a process that does nothing: ${nothing.peakMegabytes.toFixed(0)})`);
  console.log([memoryHeader(), ...results.map(memoryLine)].join('\n'));

  console.log('\nImport of the bundled module, in ms: median of all runs');
  console.log(`${importHeader()}\n${importLine(results)}`);

  console.log(`\nRead wrongly\n${(await findMistakes(directory, results)).join('\n') || 'nothing'}`);
  console.log(`\nTargets\n${judgeTargets(results).join('\n')}`);
}

function measure(workbook: MadeWorkbook): FileResult {
  const rows = menuRows(workbook.rowCount);
  const bytes = writeWorkbook(rows, workbook.shape, workbook.strings);
  const file = join(directory, `${workbook.shape.name}-${workbook.strings}-${workbook.rowCount}.xlsx`);
  writeFileSync(file, bytes);
  return {
    workbook,
    file,
    sizeBytes: bytes.length,
    expected: tallyOf(expectedValues(rows, workbook.shape)),
    measurements: measureFile(directory, file),
  };
}
