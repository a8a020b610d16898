import { describe, expect, test } from 'vitest';
import { CannotRun, exitStatusOf } from '../../infra/local/command-line/exit-status.ts';
import { parseCommand } from '../../infra/local/command-line/parse-command.ts';

describe('the command line', () => {
  test('imports a file for the merchant demo where nothing else is said', () => {
    expect(parseCommand(['import', 'menu.xlsx'])).toEqual({
      command: 'import',
      file: 'menu.xlsx',
      merchant: 'demo',
      state: '.local',
      json: false,
    });
  });

  test('takes options before and after the file', () => {
    const expected = { command: 'import', file: 'm.xlsx', merchant: 'warung', state: 's', out: 'o', api: 'https://x', json: true };
    const words = ['import', '--merchant', 'warung', '--state=s', 'm.xlsx', '--out', 'o', '--api', 'https://x', '--json'];
    expect(parseCommand(words)).toEqual(expected);
  });

  test.each([
    [['chek', 'm.xlsx'], 'There is no command "chek"'],
    [['check'], 'check needs a file'],
    [['check', 'a.xlsx', 'b.xlsx'], 'takes one file'],
    [['check', 'a.xlsx', '--cells'], '--cells'],
    [['import', 'a.xlsx', '--merchant', 'Warung Hoshi'], 'cannot be the name of a merchant'],
    [['template', 'a.xlsx'], 'takes no file'],
    [['toString', 'a.xlsx'], 'There is no command'],
  ])('%j is wrong usage, and says why', (words, because) => {
    expect(() => parseCommand(words)).toThrow(CannotRun);
    expect(() => parseCommand(words)).toThrow(because);
    expect(() => parseCommand(words)).toThrow('Usage: npm run import');
  });

  test('hands on what follows report', () => {
    expect(parseCommand(['report', 'list', '--merchant', 'demo'])).toEqual({
      command: 'report',
      report: { action: 'list', merchant: 'demo', period: {}, place: {}, json: false },
    });
  });

  test.each([
    [{ outcome: 'completed' }, 0],
    [{ outcome: 'completed_with_issues' }, 1],
    [{ outcome: 'refused', reason: 'no_header_row' }, 2],
    [{ outcome: 'refused', reason: 'secret_missing' }, 3],
    [{ outcome: 'stopped', reason: 'klikit_unreachable' }, 3],
  ] as const)('ends an import that is %j with %i', (header, status) => {
    expect(exitStatusOf(header)).toBe(status);
  });
});
