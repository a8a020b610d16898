import { describe, expect, test } from 'vitest';
import { CannotRun } from '../../infra/local/command-line/exit-status.ts';
import { parseReportCommand } from '../../infra/local/command-line/report/parse-report-command.ts';
import { runWords } from './report-commands-fixture.ts';

const now = new Date('2026-11-24T08:15:00.000Z');

describe('the words of a report command', () => {
  test('are options before and after what is asked for', () => {
    const words = ['get', '--merchant', 'demo', 'ABCDEF', '--format=csv', '--out', 'o', '--bucket', 'results', '--json'];
    expect(parseReportCommand(words, now)).toEqual({
      action: 'get',
      importId: 'abcdef',
      merchant: 'demo',
      format: 'csv',
      out: 'o',
      place: { bucket: 'results' },
      json: true,
    });
  });

  test.each([
    ['--since', '2026-11-01', '2026-11-01T00:00:00.000Z'],
    ['--until', '2026-11-30', '2026-12-01T00:00:00.000Z'],
    ['--since', '2026-11-01T08:00Z', '2026-11-01T08:00:00.000Z'],
    ['--until', '2026-11-01T08:00', '2026-11-01T08:00:00.000Z'],
    ['--since', '12h', '2026-11-23T20:15:00.000Z'],
    ['--since', '7d', '2026-11-17T08:15:00.000Z'],
    ['--until', '4w', '2026-10-27T08:15:00.000Z'],
  ])('%s %s is a time in UTC', (option, written, expected) => {
    const command = parseReportCommand(['summary', option, written], now);
    expect(Object.values('period' in command ? command.period : {})).toEqual([new Date(expected)]);
  });

  test.each([
    [['lst'], 'There is no command "report lst"'],
    [['toString'], 'There is no command'],
    [['list', 'demo'], 'takes options only, but got "demo"'],
    [['list', '--format', 'csv'], '--format'],
    [['list', '--merchant', 'Warung Hoshi'], 'cannot be the name of a merchant'],
    [['list', '--since', '2026-11-31'], '2026-11-31 is no time'],
    [['list', '--since', 'yesterday'], 'yesterday is no time'],
    [['list', '--since', '2026-11-02', '--until', '2026-11-01'], '--since must be before --until'],
    [['list', '--bucket', 's3://results/'], 'cannot be the name of a bucket'],
    [['list', '--bucket', 'results', '--state', 's'], 'name one of them'],
    [['list', '--api', 'klikit'], 'is no address'],
    [['get'], 'needs the id of an import'],
    [['get', 'abcde'], 'at least 6 characters'],
    [['get', '../../ledger'], 'cannot be the id of an import'],
    [['get', 'latest'], 'needs --merchant'],
    [['get', 'abcdef', '--format', 'pdf'], 'There is no format "pdf"'],
    [['get', 'abcdef', '--format', 'csv', '--json'], 'cannot share stdout'],
    [['find'], 'needs something to find'],
    [['find', ' '], 'needs something to find'],
    [['find', 'nasi', 'goreng'], 'in quotes'],
  ])('%j are wrong, and it is said why in one sentence', async (words, because) => {
    expect(() => parseReportCommand(words, now)).toThrow(CannotRun);
    const ended = await runWords(['report', ...words]);
    expect(ended).toMatchObject({ status: 3, out: '', err: expect.stringContaining(because) });
    expect(ended.err.trim()).not.toContain('\n');
  });

  test.each([[[]], [['help']], [['--help']]])('%j show how it is done', async (words) => {
    expect(await runWords(['report', ...words])).toMatchObject({ status: 0, err: '', out: expect.stringContaining('report find TEXT') });
  });
});
