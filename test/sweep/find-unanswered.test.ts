import { describe, expect, test } from 'vitest';
import { importId } from '../../functions/menu-import/import-request.ts';
import { findUnanswered } from '../../functions/upload-sweep/find-unanswered.ts';
import type { UploadedVersion } from '../../functions/upload-sweep/uploaded-versions.ts';
import { minutesBefore, pages, version } from './uploads.ts';

const dayMinutes = 24 * 60;

/** Looks back for three days. `answered`: the import ids that have a report. */
function find(all: UploadedVersion[][], answered: ReadonlySet<string> = new Set()) {
  return findUnanswered({
    bucket: 'uploads',
    versions: pages(...all),
    isAnswered: async (upload) => answered.has(upload.importId),
    since: minutesBefore(3 * dayMinutes),
  });
}

const idOf = (key: string, versionId = 'v1') =>
  importId({ merchant: 'demo', trigger: 'upload', occurrence: '', bucket: 'uploads', key, versionId });

describe('an upload without a report', () => {
  test('is found under the id that its event would have given it', async () => {
    const { uploads } = await find([[version('uploads/demo/Menu baru (1) ラ.xlsx', 40)]]);
    expect(uploads).toMatchObject([{ merchant: 'demo', importId: idOf('uploads/demo/Menu baru (1) ラ.xlsx') }]);
  });

  test('is found on any page, the oldest first', async () => {
    const { uploads, ...counts } = await find([
      [version('uploads/a/menu.xlsx', 40), version('uploads/b/menu.xlsx', 90)],
      [version('uploads/c/menu.xlsx', 60)],
    ]);
    expect(uploads.map(({ merchant }) => merchant)).toEqual(['b', 'c', 'a']);
    expect(counts).toEqual({ listed: 3, lookedUp: 3 });
  });

  test('is found where a newer version has one', async () => {
    const key = 'uploads/demo/menu.xlsx';
    const { uploads } = await find([[version(key, 40, 'v2'), version(key, 50, 'v1')]], new Set([idOf(key, 'v2')]));
    expect(uploads.map((upload) => upload.importId)).toEqual([idOf(key, 'v1')]);
  });

  test('is found in a bucket that kept no versions when it came', async () => {
    const { uploads } = await find([[version('uploads/demo/menu.xlsx', 40, 'null')]]);
    const key = 'uploads/demo/menu.xlsx';
    const id = importId({ merchant: 'demo', trigger: 'upload', occurrence: '', bucket: 'uploads', key });
    expect(uploads.map((upload) => upload.importId)).toEqual([id]);
  });
});

describe('nobody is waiting for an answer to', () => {
  test.each([
    'uploads/demo/',
    'uploads/demo/.DS_Store',
    'uploads/demo/~$menu.xlsx',
    'uploads/menu.xlsx',
    'uploads/Not A Merchant/menu.xlsx',
  ])('%s, as the importer passes over it', async (key) => {
    expect(await find([[version(key, 40)]])).toEqual({ uploads: [], listed: 1, lookedUp: 0 });
  });

  test('what has its report', async () => {
    const key = 'uploads/demo/menu.xlsx';
    expect((await find([[version(key, 40)]], new Set([idOf(key)]))).uploads).toEqual([]);
  });

  test('what was uploaded before the look-back, whose report is not asked for either', async () => {
    const old = version('uploads/demo/menu.xlsx', 3 * dayMinutes + 1);
    expect(await find([[old]])).toEqual({ uploads: [], listed: 1, lookedUp: 0 });
  });
});

test('a report that cannot be looked up ends the search, as silence would say that all is well', async () => {
  const refused = findUnanswered({
    bucket: 'uploads',
    versions: pages([version('uploads/demo/menu.xlsx', 40)]),
    isAnswered: () => Promise.reject(new Error('AccessDenied')),
    since: new Date(0),
  });
  await expect(refused).rejects.toThrow('AccessDenied');
});
