import { describe, expect, test } from 'vitest';
import { jsonLogger } from '../../functions/menu-import/logger.ts';
import type { MetricValues } from '../../functions/menu-import/metrics/send-metrics.ts';
import { parseSweepEnvironment } from '../../functions/upload-sweep/environment.ts';
import type { Restart } from '../../functions/upload-sweep/restart.ts';
import { type SweepPorts, sweepUploads } from '../../functions/upload-sweep/sweep-uploads.ts';
import type { UploadedVersion } from '../../functions/upload-sweep/uploaded-versions.ts';
import { noon, pages, version } from './uploads.ts';

const minuteMs = 60_000;

/** Sweeps a bucket without reports so many minutes after noon: half an hour of grace, three days of look-back, periods of six hours. */
async function sweep(versions: UploadedVersion[], { at = 0, ...ports }: Partial<SweepPorts> & { at?: number } = {}) {
  const starts: Restart[] = [];
  const sent: MetricValues[] = [];
  const lines: string[] = [];
  const now = () => new Date(noon.getTime() + at * minuteMs);
  const outcome = await sweepUploads({
    uploadsBucket: 'uploads',
    versions: () => pages(versions),
    isAnswered: async () => false,
    start: async (restart) => {
      starts.push(restart);
      return 'started';
    },
    sendMetrics: (values) => void sent.push(values),
    now,
    log: jsonLogger((line) => lines.push(line), now, 'info'),
    graceMs: 30 * minuteMs,
    lookbackMs: 3 * 24 * 60 * minuteMs,
    periodMs: 6 * 60 * minuteMs,
    ...ports,
  }).catch((error: unknown) => error);
  return { outcome, starts, sent, lines, log: lines.map((line): unknown => JSON.parse(line)) };
}

describe('a sweep', () => {
  test('starts again what had time enough, and only says how old the rest is', async () => {
    const { outcome, starts, sent } = await sweep([version('uploads/a/menu.xlsx', 31), version('uploads/b/menu.xlsx', 30)]);
    expect(starts).toHaveLength(1);
    expect(outcome).toEqual({ oldestUnansweredSeconds: 31 * 60, startedAgain: 1 });
    expect(sent).toEqual([{ OldestUnansweredUploadSeconds: 31 * 60, UploadsStartedAgain: 1 }]);
  });

  test('says 0 where every upload has its report, so that peace differs from silence', async () => {
    const { sent } = await sweep([version('uploads/a/menu.xlsx', 31)], { isAnswered: async () => true });
    expect(sent).toEqual([{ OldestUnansweredUploadSeconds: 0, UploadsStartedAgain: 0 }]);
  });

  test('says in its log which import it started, never how the file is called', async () => {
    const { log, lines } = await sweep([version('uploads/a/secret-recipe.xlsx', 31)]);
    expect(log).toMatchObject([
      { message: 'upload started again', merchant: 'a', importId: expect.stringMatching(/^[0-9a-f]{32}$/), ageSeconds: 31 * 60 },
      { message: 'sweep finished', listed: 1, lookedUp: 1, unanswered: 1, startedAgain: 1, notStarted: 0 },
    ]);
    expect(lines.join('')).not.toContain('secret-recipe');
  });

  test('of which one start fails makes the others, sends the metrics, and fails then', async () => {
    const three = ['a', 'b', 'c'].map((merchant) => version(`uploads/${merchant}/menu.xlsx`, 40));
    const { outcome, sent, log } = await sweep(three, {
      start: async ({ payload }) => {
        if (payload.includes('uploads/b/')) throw new Error('throttled');
        return 'started';
      },
    });
    expect(outcome).toBeInstanceOf(AggregateError);
    expect(sent).toEqual([{ OldestUnansweredUploadSeconds: 40 * 60, UploadsStartedAgain: 2 }]);
    expect(log).toContainEqual(expect.objectContaining({ level: 'ERROR', message: 'upload not started', merchant: 'b' }));
  });

  test('bears that a name is taken by another payload, as after a release that says more in it', async () => {
    const { outcome, log } = await sweep([version('uploads/a/menu.xlsx', 40)], { start: async () => 'taken' });
    expect(outcome).toMatchObject({ startedAgain: 0 });
    expect(log).toContainEqual(expect.objectContaining({ level: 'WARN', merchant: 'a' }));
  });
});

describe('the name of a start', () => {
  const upload = [version('uploads/demo/Menu baru.xlsx', 31)];

  test('is the same, with the same bytes, as long as a period lasts', async () => {
    const first = await sweep(upload);
    const later = await sweep(upload, { at: 6 * 60 - 32 });
    expect(later.starts).toEqual(first.starts);
    expect(first.starts[0]?.payload).toContain('"key":"uploads/demo/Menu+baru.xlsx","versionId":"v1"');
  });

  test('is another in the next period, with the same bytes', async () => {
    const [first] = (await sweep(upload)).starts;
    const [next] = (await sweep(upload, { at: 6 * 60 - 31 })).starts;
    expect(next?.executionName).not.toBe(first?.executionName);
    expect(next?.payload).toBe(first?.payload);
  });

  test('is another for another version of the file', async () => {
    const { starts } = await sweep([version('uploads/demo/menu.xlsx', 40, 'v2'), version('uploads/demo/menu.xlsx', 40, 'v1')]);
    expect(new Set(starts.map(({ executionName }) => executionName)).size).toBe(2);
  });

  test('is one that Lambda takes, in every period of the longest look-back', async () => {
    const { starts } = await sweep([version('uploads/demo/menu.xlsx', 90 * 24 * 60)], { lookbackMs: 91 * 24 * 60 * minuteMs, periodMs: 1 });
    expect(starts[0]?.executionName).toMatch(/^[a-zA-Z0-9_-]{1,64}$/);
  });
});

describe('the settings', () => {
  const least = { UPLOADS_BUCKET: 'uploads', RESULTS_BUCKET: 'results', IMPORT_FUNCTION_ARN: 'arn:live', STACK_NAME: 'MenuImport' };

  test('are half an hour, three days and six hours where nothing is said', () => {
    expect(parseSweepEnvironment(least)).toEqual({ ...least, GRACE_MINUTES: 30, LOOKBACK_DAYS: 3, RETRY_HOURS: 6 });
  });

  test('are refused by name where nothing would ever be started', () => {
    expect(() => parseSweepEnvironment({ ...least, GRACE_MINUTES: '1440', LOOKBACK_DAYS: '1' })).toThrow('GRACE_MINUTES');
    expect(() => parseSweepEnvironment({ ...least, STACK_NAME: undefined })).toThrow('STACK_NAME');
  });
});
