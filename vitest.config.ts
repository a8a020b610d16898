import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest, the longest first: begun last, it would run alone in the end. */
const long = [
  'corpus/workbooks',
  'long-outage',
  'crash/matrix',
  'command-line',
  'live-page',
  'several-cuts',
  'hostile-xml',
  'refused-files',
  'klikit-answers',
  'hostile-workbooks',
  'round-trip',
  'single-cuts',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => long.findIndex((name) => moduleId.includes(name)) >>> 0;
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

const testsIn = (folder: string, names: readonly string[]) => names.map((name) => `test/${folder}${name}.test.ts`);

/**
 * Tests that leave nothing behind in their process: they take it over from each other, with what it has loaded and compiled, which costs a
 * third of a second otherwise. Not those with a browser, which is closed after one file.
 */
const together = [
  ...[
    'apply',
    'bench',
    'infra',
    'issues',
    'klikit',
    'ledger',
    'menu',
    'metrics',
    'shell',
    'slices',
    'supply-chain',
    'sweep',
    'words',
    'workbook',
  ].flatMap((folder) => testsIn(`${folder}/**/`, ['*'])),
  ...testsIn('', ['*']),
  ...testsIn('crash/', [
    '*-cuts',
    'doomed-process',
    'invariants',
    'klikit-in-process',
    'memory-bucket',
    'residue',
    'run-*',
    'virtual-clock',
  ]),
  ...testsIn('local/', [
    'deployed-role',
    'live-page-list',
    'parse-command',
    's3-*',
    'sandbox-*',
    'secrets-server',
    'show-*',
    'state-directory',
  ]),
  ...testsIn('local/', ['report-commands', 'report-commands-arguments', 'report-commands-bounded']),
  ...testsIn('report/', [
    '*-in-words',
    'group-issues',
    'month-index',
    'render-progress',
    'report-schema',
    'serialize-report',
    'store-report',
  ]),
  ...testsIn('report/workbook/', ['*']),
];

/** Tests that start the local stack, whose function reads each workbook in a thread of its own. */
const withThreads = [...testsIn('local/', ['live-page', 'live-page-r*', 'report-commands-place', 'upload-*'])];
/**
 * Where the processor has protection keys, V8 keeps a list of its code pages that threads which come and go can break, and then ends the
 * process ("Check failed: jit_page.has_value()", nodejs/node#64500). Without them code runs a sixth slower.
 */
const withoutKeys = ['--no-memory-protection-keys'];

export default defineConfig({
  test: {
    globalSetup: 'test/support/unpack-browser.ts',
    // On two cores the default is one at a time; much of what the tests do is wait.
    maxWorkers: 4,
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
