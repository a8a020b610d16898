import { expect, test } from 'vitest';
import { isOlderSource, newerSource } from '../../functions/menu-import/ledger/newer-source.ts';

test('the order of events decides, compared as S3 says: the shorter filled up with zeros on the right', () => {
  expect(isOlderSource({ sequencer: '0A' }, { sequencer: '0B' })).toBe(true);
  expect(isOlderSource({ sequencer: '0B' }, { sequencer: '0A' })).toBe(false);
  expect(isOlderSource({ sequencer: '0A' }, { sequencer: '0A01' })).toBe(true);
  expect(isOlderSource({ sequencer: '0B' }, { sequencer: '0A01' })).toBe(false);
});

test('without it the time of the upload decides, to the second', () => {
  const at = (time: string) => ({ lastModified: `2026-11-25T${time}Z` });
  expect(isOlderSource(at('09:00:00'), at('09:00:01'))).toBe(true);
  expect(isOlderSource(at('09:00:01'), at('09:00:01'))).toBe(false);
  expect(isOlderSource({ sequencer: '0A' }, { lastModified: '2026-11-25T09:00:00Z' })).toBe(false);
});

test('a version is not older than itself, and keeps what its event said', () => {
  const upload = { versionId: 'v1', sequencer: '0A', lastModified: '2026-11-25T09:00:00Z' };
  expect(isOlderSource({ versionId: 'v1', sequencer: '01' }, upload)).toBe(false);
  expect(newerSource(upload, { versionId: 'v1', lastModified: '2026-11-25T09:00:00Z' })).toEqual(upload);
});
