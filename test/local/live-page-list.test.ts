import { expect, test } from 'vitest';
import { type ImportRequest, importId } from '../../functions/menu-import/import-request.ts';
import { ImportList, mostListed } from '../../infra/local/live-page/import-list.ts';
import type { Done } from '../../infra/local/live-page/listed-import.ts';

function uploadOf(name: string): ImportRequest {
  return { merchant: 'demo', trigger: 'upload', occurrence: '', bucket: 'local-uploads', key: `uploads/demo/${name}`, versionId: name };
}

function doneOf(request: ImportRequest, since: string): Done {
  return {
    id: importId(request),
    merchant: 'demo',
    file: 'menu.xlsx',
    since,
    state: 'done',
    outcome: 'completed',
    headline: 'The menu is in klikit.',
    whatNext: '',
    counts: [],
    rows: 0,
    calls: 0,
    tookMs: 0,
    files: [],
  };
}

/** A list whose clock moves on by a second with every look. */
function listOf() {
  let seconds = 0;
  const list = new ImportList(() => new Date(Date.UTC(2026, 10, 25, 9, 0, (seconds += 1))));
  const heard: string[] = [];
  list.listen(({ file, state }) => heard.push(`${file}: ${state}`));
  return { list, heard };
}

test('an import waits, runs and fails, and whoever listens hears of each step', () => {
  const { list, heard } = listOf();
  const [first, second] = [uploadOf('first.xlsx'), uploadOf('folder/second.xlsx')];
  for (const request of [first, second]) list.take({ kind: 'arrived', request });
  list.take({ kind: 'started', request: first });
  list.take({ kind: 'failed', request: first });
  expect(heard).toEqual(['first.xlsx: waiting', 'folder/second.xlsx: waiting', 'first.xlsx: running', 'first.xlsx: failed']);
  expect(list.newest().map(({ file, since }) => [file, since])).toEqual([
    ['folder/second.xlsx', '2026-11-25T09:00:02.000Z'],
    ['first.xlsx', '2026-11-25T09:00:01.000Z'],
  ]);
});

test('progress is of the import that was started last, and of none that is over', () => {
  const { list } = listOf();
  const [first, second] = [uploadOf('first.xlsx'), uploadOf('second.xlsx')];
  for (const request of [first, second]) list.take({ kind: 'arrived', request });
  list.take({ kind: 'started', request: first });
  list.take({ kind: 'progress', rows: { rowsDone: 1, rowsTotal: 2 } });
  list.set(doneOf(first, '2026-11-25T09:00:01.000Z'));
  list.take({ kind: 'call', call: { kind: 'call' } });
  list.take({ kind: 'started', request: second });
  list.take({ kind: 'call', call: { kind: 'call' } });
  expect(list.newest()).toMatchObject([
    { file: 'second.xlsx', state: 'running', calls: 1 },
    { state: 'done', calls: 0 },
  ]);
});

test('a report that is there is no failure, whatever fails after it', () => {
  const { list } = listOf();
  const request = uploadOf('menu.xlsx');
  list.take({ kind: 'started', request });
  list.set(doneOf(request, '2026-11-25T09:00:01.000Z'));
  list.take({ kind: 'failed', request });
  expect(list.find(importId(request))?.state).toBe('done');
});

test('the oldest are not shown', () => {
  const { list } = listOf();
  for (let number = 0; number <= mostListed; number += 1) list.take({ kind: 'arrived', request: uploadOf(`${number}.xlsx`) });
  expect(list.newest()).toHaveLength(mostListed);
  expect(list.newest().at(-1)?.file).toBe('1.xlsx');
});
