import { expect, test } from 'vitest';
import { idealTime } from '../../bench/import/ideal-time.ts';

test('without a cap the calls take as many rounds as their connections make of them', () => {
  expect(idealTime({ calls: 64, latencyMs: 20, connections: 32 })).toBe(40);
  expect(idealTime({ calls: 65, latencyMs: 20, connections: 32 })).toBe(60);
});

test('under a cap a window is used up at once, and the next one a second later', () => {
  const cap = () => 5;
  expect(idealTime({ calls: 5, cap, latencyMs: 20, connections: 32 })).toBe(20);
  expect(idealTime({ calls: 6, cap, latencyMs: 20, connections: 32 })).toBe(1_020);
  expect(idealTime({ calls: 200, cap, latencyMs: 20, connections: 32 })).toBe(39_020);
});

test('few connections take their time even where the cap would allow more', () => {
  expect(idealTime({ calls: 300, cap: () => 300, latencyMs: 200, connections: 30 })).toBe(2_000);
});

test('a cap that halves counts from then on, with the calls of the second before', () => {
  const cap = (atMs: number) => (atMs < 1_500 ? 4 : 2);
  // Four at 0 and at 1,000; at 2,000 those four have left the window, so two more, and two each second.
  expect(idealTime({ calls: 12, cap, latencyMs: 10, connections: 32 })).toBe(3_010);
});
