import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AnyKlikit, anyKlikit, callKlikit, refusedShare } from './any-klikit.ts';

const calls = 2_000;
const shareOf = (klikit: AnyKlikit): number => refusedShare(callKlikit(klikit, { calls }), calls);

const sharesUnder = (bound: number, klikit: fc.Arbitrary<AnyKlikit>) =>
  fc.property(klikit, (given) => {
    expect(shareOf(given)).toBeLessThan(bound);
  });

/** The same klikits in every run: what holds for most of them must not depend on luck. */
function sharesOfMany(klikit: fc.Arbitrary<AnyKlikit>): number[] {
  return fc.sample(klikit, { numRuns: 100, seed: 20_261_124 }).map(shareOf);
}

const mean = (shares: number[]): number => shares.reduce((sum, share) => sum + share, 0) / shares.length;
const partUnder = (bound: number, shares: number[]): number => shares.filter((share) => share < bound).length / shares.length;

describe('of 2,000 calls', () => {
  // What is refused: those that fly together when the cap is met, at most 32, and two or three whenever a higher cap is tried in vain.
  test('klikit refuses less than 2 %, where its window slides', () => {
    fc.assert(sharesUnder(0.02, anyKlikit({ window: 'sliding' })), { numRuns: 40 });
  });

  // The second of the clock that ends in the first burst hides half of it: what is learnt is too much, and those that fly are refused again.
  test('klikit refuses less than 6 %, where it counts by the seconds of the clock', () => {
    fc.assert(sharesUnder(0.06, anyKlikit({ window: 'fixed' })), { numRuns: 40 });
  });

  test('hardly any is refused by a klikit that says what is left', () => {
    const told = anyKlikit().map((klikit) => ({ ...klikit, cap: { ...klikit.cap, headers: true } }));
    fc.assert(sharesUnder(0.01, told), { numRuns: 40 });
  });

  test('less than 1 % is refused by nearly every klikit whose window slides, and a third of that on average', () => {
    const shares = sharesOfMany(anyKlikit({ window: 'sliding' }));
    expect(partUnder(0.01, shares)).toBeGreaterThan(0.97);
    expect(mean(shares)).toBeLessThan(0.003);
  });

  test('less than 3 % is refused by nearly every klikit that counts by the clock, and less than half of one on average', () => {
    const shares = sharesOfMany(anyKlikit({ window: 'fixed' }));
    expect(partUnder(0.03, shares)).toBeGreaterThan(0.98);
    expect(mean(shares)).toBeLessThan(0.005);
  });
});

describe('10,000 calls at five a second', () => {
  const idealMs = (10_000 / 5) * 1_000;
  const timesUnder = (bound: number, mostJitterMs: number) => {
    const slow = anyKlikit({ perSecond: fc.constant(5), mostJitterMs }).map((klikit) => ({ ...klikit, maxConcurrency: 32 }));
    return fc.property(slow, (klikit) => {
      expect(callKlikit(klikit, { calls: 10_000 }).tookMs / idealMs).toBeLessThan(bound);
    });
  };

  test('take the 2,000 seconds that they must, and less than seven in a thousand more', () => {
    fc.assert(timesUnder(1.007, 0), { numRuns: 15 });
  });

  // A call is taken for counted when the fastest answer would have told of it: each window grows by what its first answer took beyond.
  // The same klikits in every run: with some, calls that overtake one another are refused, and four of five are kept to for a while.
  test('take less than two in a hundred more where answers differ by ten milliseconds', () => {
    fc.assert(timesUnder(1.02, 10), { numRuns: 15, seed: 20_261_124 });
  });
});
