import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest, the longest first: begun last, it would run alone in the end. */
const long = [
  'several-cuts',
  'single-cuts',
  'klikit-outages',
  'crash/matrix',
  'klikit-answers',
  'live-page',
  'import-queue',
  'corpus/workbooks',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => long.findIndex((name) => moduleId.includes(name)) >>> 0;
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

/** Tests of values, which leave nothing behind in their process: they take it over from each other, with what it has loaded. */
const together = ['apply', 'bench', 'issues', 'klikit', 'ledger', 'menu', 'shell', 'slices', 'words', 'workbook'].map(
  (folder) => `test/${folder}/**/*.test.ts`,
);

/** Tests that start the function, which reads each workbook in a thread of its own. */
const withThreads = ['test/*.test.ts', 'test/local/**/*.test.ts', 'test/report/**/*.test.ts'];
/**
 * Where the processor has protection keys, V8 keeps a list of its code pages that threads which come and go can break, and then ends the
 * process ("Check failed: jit_page.has_value()", nodejs/node#64500). Without them code runs a sixth slower.
 */
const withoutKeys = ['--no-memory-protection-keys'];

export default defineConfig({
  test: {
    globalSetup: 'test/support/unpack-browser.ts',
    // On two cores the default is one at a time; much of what the tests do is wait.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: 'with threads', include: withThreads, execArgv: withoutKeys } },
      { extends: true, test: { name: 'apart', include: ['test/**/*.test.ts'], exclude: [...withThreads, ...together] } },
      { extends: true, test: { name: 'together', include: together, isolate: false } },
    ],
    // Workers, sockets and a browser share two cores: a slow machine is not a failing test.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
