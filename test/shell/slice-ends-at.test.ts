import { expect, test } from 'vitest';
import { sliceEndsAt } from '../../functions/menu-import/shell/slice-ends-at.ts';

const minutes = 60_000;

test.each([
  [15 * minutes, 14 * minutes],
  [3 * minutes, 2 * minutes],
  [2 * minutes, 1 * minutes],
  [30_000, 15_000],
  [0, 0],
])('with %d ms left, a slice starts new work for %d ms', (remainingMs, workMs) => {
  const now = new Date('2026-11-24T09:00:00Z');
  expect(sliceEndsAt(now, remainingMs).getTime() - now.getTime()).toBe(workMs);
});
