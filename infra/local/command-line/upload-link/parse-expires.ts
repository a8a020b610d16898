const secondsOf = { m: 60, h: 3_600, d: 86_400 } as const;
const shortest = 60;
/** What S3 signs is good for seven days at most: so long does the key live that Signature Version 4 derives for a day. */
const longest = 7 * secondsOf.d;

/** Seconds, from `7d`, `12h` or `30m`; `undefined` where it is none of these, or not from one minute to seven days. */
export function parseExpires(written: string): number | undefined {
  const [, number = '', unit] = /^(\d{1,5})([mhd])$/.exec(written) ?? [];
  if (unit !== 'm' && unit !== 'h' && unit !== 'd') return undefined;
  const seconds = Number(number) * secondsOf[unit];
  return seconds >= shortest && seconds <= longest ? seconds : undefined;
}
