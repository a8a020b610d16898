import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reportSchema } from '../../functions/menu-import/report/report-schema.ts';
import { serveOnLoopback } from '../../infra/local/serve-on-loopback.ts';
import { menuWorkbook } from '../support/menu-workbook.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const main = fileURLToPath(new URL('../../infra/local/command-line/main.ts', import.meta.url));
const example = fileURLToPath(new URL('../../infra/local/example/warung-hoshi.xlsx', import.meta.url));

/** What the first of these processes has compiled, the others take from here. */
let compiled: string;
beforeAll(async () => {
  compiled = await mkdtemp(join(tmpdir(), 'menu-import-compiled-'));
});
afterAll(() => rm(compiled, { recursive: true, force: true }));

interface Ended {
  status: number | null;
  out: string;
  err: string;
}

/** The command line in a process of its own, as a shell would run it. */
function run(
  words: readonly string[],
  environment: Record<string, string> = {},
  onOut?: (out: string, stop: () => void) => void,
): Promise<Ended> {
  return new Promise((resolve) => {
    const env = { PATH: process.env['PATH'] ?? '', NODE_COMPILE_CACHE: compiled, ...environment };
    const child = spawn(process.execPath, [main, ...words], { env });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      onOut?.(out, () => child.kill('SIGTERM'));
    });
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString();
    });
    child.on('close', (status) => resolve({ status, out, err }));
  });
}

async function fileWith(rows: Parameters<typeof menuWorkbook>[0], name = 'menu.xlsx'): Promise<string> {
  const file = join(await temporaryDirectory(), name);
  await writeFile(file, await menuWorkbook(rows));
  return file;
}

describe('import', () => {
  test('with --json prints the report, and nothing else; the same file again is unchanged', async () => {
    const state = await temporaryDirectory();
    const file = await fileWith({
      Menu: [
        ['Title', 'Price', 'Modifier group'],
        ['Ramen', 60_000, null],
        ['Hot', 0, 'Spice level'],
      ],
    });
    const first = await run(['import', file, '--state', state, '--json']);
    expect(first).toMatchObject({ status: 0, err: '' });
    expect(reportSchema.parse(JSON.parse(first.out)).summary).toMatchObject({ created: 2, links: { linked: 1 } });
    const second = await run(['import', file, '--state', state, '--json']);
    expect(reportSchema.parse(JSON.parse(second.out)).summary).toMatchObject({ unchanged: 2, calls: 0 });
  });

  test('ends with 1 where rows need attention, says which, and copies the report', async () => {
    const out = await temporaryDirectory();
    const ended = await run(['import', example, '--state', await temporaryDirectory(), '--out', out]);
    expect(ended.status).toBe(1);
    expect(ended.out).toContain(
      'Menu, F11 (Cold ramen)\n    "85k" in F11 cannot be read as a price. Such a row is not sent to klikit.\n    -> Write a plain number',
    );
    expect(ended.out).toContain('60  created');
    expect(ended.out).toContain('Sheet "Menu": header in row 3, 41 items');
    expect(reportSchema.parse(JSON.parse(await readFile(join(out, 'report.json'), 'utf8'))).summary.created).toBe(60);
    const page = await readFile(join(out, 'report.html'), 'utf8');
    expect(page).toContain('The menu is in klikit, but not all of it: 6 rows are not in klikit.');
    expect(page).toContain(
      '&quot;85k&quot; in F11 cannot be read as a price. Such a row is not sent to klikit. <em>Write a plain number, for example 85000.</em>',
    );
    expect(await readFile(join(out, 'klikit-sandbox.html'), 'utf8')).toContain('醤油ラーメン');
  });

  test('ends with 2 where the file is refused', async () => {
    const file = await fileWith({ Menu: [['Title'], ['Ramen']] });
    const ended = await run(['import', file, '--state', await temporaryDirectory()]);
    expect(ended.status).toBe(2);
    expect(ended.out).toContain('Nothing was sent to klikit.');
    expect(ended.out).toContain('Sheet "Menu": passed over. ');
  });

  test.each([
    [['import', 'no-such-file.xlsx'], {}, 'no-such-file.xlsx: there is no such file.'],
    [['import'], {}, 'import needs a file.'],
    [['import', example, '--api', 'https://api.dev.shadowchef.co'], {}, 'KLIKIT_PARTNER_KEY is not set'],
    [['import', example, '--api', 'https://api.dev.shadowchef.co'], { KLIKIT_PARTNER_KEY: 'p' }, 'KLIKIT_SECRET_KEY is not set'],
    [['import', example, '--api', 'http://api.dev.shadowchef.co'], {}, '--api must be https'],
    [['import', example, '--api', 'klikit'], {}, '--api klikit is no address'],
    [['check', example], { DEFAULT_CURRENCY: 'rupiah' }, 'DEFAULT_CURRENCY'],
    [['frobnicate'], {}, 'There is no command "frobnicate".'],
  ])('%j with %j ends with 3 and one sentence, no stack trace', async (words, environment, because) => {
    const ended = await run(words, environment);
    expect(ended).toMatchObject({ status: 3, out: '' });
    expect(ended.err).toContain(because);
    expect(ended.err).not.toContain(' at ');
  });

  test('ends with 3 where klikit is not there', async () => {
    const file = await fileWith({
      Menu: [
        ['Title', 'Price'],
        ['Ramen', 1],
      ],
    });
    const gone = await serveOnLoopback(() => undefined);
    await gone.close();
    const words = ['import', file, '--api', gone.url, '--state', await temporaryDirectory(), '--json'];
    const ended = await run(words, { KLIKIT_PARTNER_KEY: 'partner', KLIKIT_SECRET_KEY: 'very-secret', MAX_PAUSE_SECONDS: '1' });
    expect(ended.status).toBe(3);
    expect(JSON.parse(ended.out).import).toMatchObject({ outcome: 'stopped', reason: 'klikit_unreachable' });
    expect(`${ended.out}${ended.err}`).not.toContain('very-secret');
  });
});

describe('check', () => {
  test('prints the plan and what is wrong, and ends with 1', async () => {
    const ended = await run(['check', example]);
    expect(ended.status).toBe(1);
    expect(ended.out).toContain('Plan: 70 calls, 61 creates and 9 links');
    expect(ended.out).toContain('61 rows are ready to import, 5 are not');
    expect(ended.out).toContain('Sheet "Menu": header in row 3, 41 items, 6 section titles passed over\nSheet "Modifier options": ');
  });

  test('takes a CSV, whatever it is named', async () => {
    const file = join(await temporaryDirectory(), '.menu');
    await writeFile(file, 'Title;Price\nRamen;60.000\nUdon;85k\n');
    const ended = await run(['check', file]);
    expect(ended).toMatchObject({ status: 1, err: '' });
    expect(ended.out).toContain('"85k" in B3 cannot be read as a price.');
    const imported = await run(['import', file, '--state', await temporaryDirectory(), '--json']);
    expect(reportSchema.parse(JSON.parse(imported.out)).summary).toMatchObject({ created: 1, failed: 1 });
  });

  test('with --json prints a report in which good rows were not attempted', async () => {
    const file = await fileWith({
      Menu: [
        ['Title', 'Price'],
        ['Ramen', 60_000],
      ],
    });
    const ended = await run(['check', file, '--json']);
    expect(ended.status).toBe(0);
    expect(reportSchema.parse(JSON.parse(ended.out)).rows).toMatchObject([
      { status: 'not_attempted', notAttemptedBecause: 'check', key: 'title:ramen' },
    ]);
  });
});

describe('inspect', () => {
  test('says how the sheets were understood', async () => {
    const ended = await run(['inspect', example]);
    expect(ended.status).toBe(0);
    expect(ended.out).toContain('Sheet "Menu": items');
    expect(ended.out).toContain('Header in row 3; 47 rows below it, 6 section titles passed over, 0 blank.');
    expect(ended.out).toContain('row 12: RICE BOWLS');
    expect(ended.out).toContain('G   Price [6] -> price (provider 6)');
  });

  test('with --cells prints one JSON line a cell', async () => {
    const file = await fileWith({
      Menu: [
        ['Title', 'Price'],
        ['Ramen', 60_000],
      ],
    });
    const { out } = await run(['inspect', file, '--cells']);
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { sheet: 'Menu', row: 1, column: 'A', cell: 'A1', type: 'text', value: 'Title' },
      { sheet: 'Menu', row: 1, column: 'B', cell: 'B1', type: 'text', value: 'Price' },
      { sheet: 'Menu', row: 2, column: 'A', cell: 'A2', type: 'text', value: 'Ramen' },
      { sheet: 'Menu', row: 2, column: 'B', cell: 'B2', type: 'number', value: 60_000 },
    ]);
  });

  test('ends with 2 and the reason where the file is refused', async () => {
    const file = join(await temporaryDirectory(), 'menu.xlsx');
    await writeFile(file, '%PDF-1.7\n');
    const ended = await run(['inspect', file, '--cells']);
    expect(ended).toMatchObject({ status: 2, out: '' });
    expect(ended.err).toContain('not_a_workbook');
  });
});

test('template writes a workbook that imports without a change', async () => {
  const directory = await temporaryDirectory();
  const file = join(directory, 'template.xlsx');
  expect((await run(['template', '--out', file])).status).toBe(0);
  const ended = await run(['import', file, '--state', directory, '--json']);
  const report = reportSchema.parse(JSON.parse(ended.out));
  expect(ended.status).toBe(0);
  expect(report.issues).toEqual([]);
  expect(report.rows.flatMap(({ issues }) => issues)).toEqual([]);
  expect(report.summary).toMatchObject({ rows: 6, created: 6, links: { linked: 3 } });
});

test('a second serve says that it cannot run, and why', async () => {
  const state = await temporaryDirectory();
  let second: Promise<Ended> | undefined;
  await run(['serve', '--state', state], {}, (out, stop) => {
    if (!out.includes('Ctrl+C') || second !== undefined) return;
    second = run(['serve', '--state', state]);
    void second.then(stop);
  });
  expect(await second).toMatchObject({ status: 3, out: '', err: expect.stringContaining('using this state directory') });
});

test('serve says where everything is, and ends when it is told to', async () => {
  const state = await temporaryDirectory();
  let page = '';
  const ended = await run(['serve', '--state', state], {}, (out, stop) => {
    const url = /klikit sandbox +(\S+)/.exec(out)?.[1];
    if (url === undefined || page !== '' || !out.includes('Ctrl+C')) return;
    page = 'asked';
    void fetch(url)
      .then((response) => response.text())
      .then((text) => {
        page = text;
        stop();
      });
  });
  expect(ended.status).toBe(0);
  expect(page).toContain('<title>');
  expect(ended.out).toContain('uploads/demo/menu.xlsx');
});
