import { describe, expect, test } from 'vitest';
import { EventUnreadable, parseEvent } from '../functions/menu-import/parse-event.ts';

const record = (key: string, { bucket = 'uploads', eventName = 'ObjectCreated:Put', eventVersion = '2.1', versionId = 'v1' } = {}) => ({
  eventVersion,
  eventName,
  s3: { bucket: { name: bucket }, object: { key, versionId, sequencer: '0A' } },
});
const event = (...records: unknown[]) => ({ Records: records });

describe('an S3 event', () => {
  test('of an upload names merchant, key and version', () => {
    expect(parseEvent(event(record('uploads/warung-hoshi/menu.xlsx')), 'uploads')).toEqual({
      requests: [
        {
          merchant: 'warung-hoshi',
          trigger: 'upload',
          occurrence: '',
          bucket: 'uploads',
          key: 'uploads/warung-hoshi/menu.xlsx',
          versionId: 'v1',
          sequencer: '0A',
        },
      ],
      ignored: [],
    });
  });

  test('has its key decoded as a web form: plus is a space', () => {
    const { requests } = parseEvent(event(record('uploads/demo/Menu+baru+%28100%25%29+%E3%83%A9%2B.xlsx')), 'uploads');
    expect(requests[0]?.key).toBe('uploads/demo/Menu baru (100%) ラ+.xlsx');
  });

  test.each([
    'uploads/demo/menu.XLSX',
    'uploads/demo/menu.xlsm',
    'uploads/demo/2026/november/menu.Xlsx',
    'uploads/demo/menu.csv',
    'uploads/demo/menu.CSV',
    'uploads/demo/menu.txt',
    'uploads/demo/menu.xls',
    'uploads/demo/menu.ods',
    'uploads/demo/menu.numbers',
    'uploads/demo/menu.pdf',
    'uploads/demo/menu',
    'uploads/demo/v1.2/menu.final~$.xlsx',
  ])('of %s is an upload', (key) => {
    expect(parseEvent(event(record(key)), 'uploads').requests).toHaveLength(1);
  });

  test.each(['2.0', '2.1', '2.3', '2.9'])('of version %s is read', (eventVersion) => {
    expect(parseEvent(event(record('uploads/demo/m.xlsx', { eventVersion })), 'uploads').requests).toHaveLength(1);
  });

  test.each([
    ['another bucket', record('uploads/demo/m.xlsx', { bucket: 'other' }), 'other_bucket'],
    ['another prefix', record('reports/demo/m.xlsx'), 'no_workbook'],
    ['a folder', record('uploads/demo/november/'), 'no_workbook'],
    ['a folder of a merchant', record('uploads/demo/'), 'no_workbook'],
    ['what a Mac leaves behind', record('uploads/demo/november/.DS_Store'), 'no_workbook'],
    ['what Excel leaves behind', record('uploads/demo/~%24menu.xlsx'), 'no_workbook'],
    ['no merchant', record('uploads/menu.xlsx'), 'no_workbook'],
    ['a merchant outside the pattern', record('uploads/Demo_1/menu.xlsx'), 'no_merchant'],
    ['a merchant that climbs', record('uploads/../menu.xlsx'), 'no_merchant'],
    ['a key that cannot be decoded', record('uploads/demo/%E0%A4%A.xlsx'), 'no_workbook'],
    ['a removal', record('uploads/demo/m.xlsx', { eventName: 'ObjectRemoved:Delete' }), 'other_event'],
    ['a version of the event that is not known', record('uploads/demo/m.xlsx', { eventVersion: '3.0' }), 'other_event'],
    ['something else', { hello: 1 }, 'other_event'],
  ])('with a record of %s passes over it', (_, ignored, because) => {
    const parsed = parseEvent(event(ignored, record('uploads/demo/menu.xlsx')), 'uploads');
    expect(parsed.ignored).toEqual([because]);
    expect(parsed.requests).toHaveLength(1);
  });

  test('that S3 sends to try the set-up is no upload', () => {
    const testEvent = { Service: 'Amazon S3', Event: 's3:TestEvent', Time: '2026-11-24T00:00:00.000Z', Bucket: 'uploads' };
    expect(parseEvent(testEvent, 'uploads')).toEqual({ requests: [], ignored: ['test_event'] });
  });

  test.each([undefined, null, 'text', {}, { Records: 'none' }])('that is none (%j) is an error', (nonsense) => {
    expect(() => parseEvent(nonsense, 'uploads')).toThrow(EventUnreadable);
  });
});

describe('a request to import again', () => {
  test.each(['schedule', 'manual'])('by %s names the merchant and the occurrence', (reason) => {
    expect(parseEvent({ merchant: 'demo', reason, id: 'night-1' }, 'uploads')).toEqual({
      requests: [],
      ignored: [],
      reimport: { merchant: 'demo', reason, id: 'night-1' },
    });
  });

  test.each<[string, object]>([
    ['of a merchant who cannot be', { merchant: '../other', reason: 'manual', id: 'x' }],
    ['without an occurrence, which would make every night the same one', { merchant: 'demo', reason: 'schedule', id: '' }],
    ['for no reason', { merchant: 'demo', reason: 'upload', id: 'x' }],
  ])('%s is not understood', (_, event) => {
    expect(() => parseEvent(event, 'uploads')).toThrow(EventUnreadable);
  });
});
