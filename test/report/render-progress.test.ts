import { describe, expect, test } from 'vitest';
import { renderProgress } from '../../functions/menu-import/report/render-progress.ts';
import { type Report, reportSchema } from '../../functions/menu-import/report/report-schema.ts';

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 24, 9, 0, seconds)).toISOString();

function pictureOf(progress: [seconds: number, done: number][] | undefined, more: object = {}): string {
  const points = progress?.map(([seconds, done]) => ({ at: at(seconds), done }));
  return renderProgress({ summary: { rows: 1_200 }, ...(points === undefined ? {} : { progress: points }), ...more } as Report);
}

const text = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

describe('the progress of an import', () => {
  test('is a line from its start to its end, and a sentence', () => {
    const picture = pictureOf([
      [0, 0],
      [120, 300],
      [240, 1_200],
    ]);
    expect(picture).toContain('<polyline points="0.00,24.00 50.00,18.00 100.00,0.00">');
    expect(text(picture)).toBe('09:00 09:04 1,200 rows in 4 minutes, 300 a minute on average.');
  });

  test('is told in the language of the report', () => {
    expect(
      text(
        pictureOf(
          [
            [0, 0],
            [240, 1_200],
          ],
          { language: 'id' },
        ),
      ),
    ).toBe('09.00 09.04 1.200 baris dalam 4 menit, rata-rata 300 per menit.');
  });

  test('of a short import has no rate', () => {
    expect(
      text(
        pictureOf([
          [0, 0],
          [20, 1],
        ]),
      ),
    ).toBe('09:00 09:00 1 row in 20 seconds.');
  });

  test('of an import that stopped ends below the top', () => {
    expect(
      pictureOf([
        [0, 0],
        [60, 600],
      ]),
    ).toContain('100.00,12.00');
  });

  test.each([
    ['nobody wrote it down', undefined],
    ['there is one point only', [[0, 5]]],
    [
      'it took no time',
      [
        [0, 0],
        [0, 5],
      ],
    ],
    ['there were no points', []],
  ] as [string, [number, number][] | undefined][])('is nothing where %s', (_, progress) => {
    expect(pictureOf(progress)).toBe('');
  });
});

test('a report keeps at most a hundred points, in order', () => {
  const { progress } = reportSchema.shape;
  const points = (count: number) => Array.from({ length: count }, (_, done) => ({ at: at(done), done }));
  expect(progress.safeParse(points(100)).success).toBe(true);
  expect(progress.safeParse(points(101)).success).toBe(false);
  expect(progress.safeParse(points(3).toReversed()).success).toBe(false);
});
