import { describe, expect, test } from 'vitest';
import { type MetricValues, sendMetricsTo } from '../../functions/menu-import/metrics/send-metrics.ts';
import { expectEmbeddedMetrics } from '../support/embedded-metrics.ts';

const now = new Date();

/** The lines that come of sending values once. */
function linesOf(values: MetricValues, merchant?: string): string[] {
  const lines: string[] = [];
  sendMetricsTo(
    (line) => lines.push(line),
    () => now,
    'MenuImport',
  )(values, merchant);
  return lines;
}

describe('metrics', () => {
  test('are one line of the log, with the values beside what names them', () => {
    const [line = '', ...more] = linesOf({ KlikitCalls: 3, KlikitThrottled: 0, ImportSeconds: 1.5 });
    expect(more).toEqual([]);
    expect(line).not.toContain('\n');
    expect(expectEmbeddedMetrics(line)).toEqual({
      values: { KlikitCalls: 3, KlikitThrottled: 0, ImportSeconds: 1.5 },
      dimensions: [['stack']],
      stack: 'MenuImport',
    });
  });

  test('have the units of their names', () => {
    const [line = ''] = linesOf({ KlikitCalls: 3, OldestUnansweredUploadSeconds: 0 });
    const { Metrics: metrics } = JSON.parse(line)._aws.CloudWatchMetrics[0];
    expect(metrics).toEqual([
      { Name: 'KlikitCalls', Unit: 'Count' },
      { Name: 'OldestUnansweredUploadSeconds', Unit: 'Seconds' },
    ]);
  });

  test('of a merchant count for the stack as well', () => {
    expect(expectEmbeddedMetrics(linesOf({ ImportsInTrouble: 1 }, 'demo')[0])).toEqual({
      values: { ImportsInTrouble: 1 },
      dimensions: [['stack'], ['stack', 'merchant']],
      stack: 'MenuImport',
      merchant: 'demo',
    });
  });

  test('look like every other line of the log', () => {
    expect(JSON.parse(linesOf({ KlikitCalls: 0 })[0] ?? '')).toMatchObject({
      timestamp: now.toISOString(),
      level: 'INFO',
      message: 'metrics',
    });
  });
});
