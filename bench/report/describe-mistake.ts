import { isBlank } from '../measure/tally.ts';

/** How what was seen differs from what was written, with the shortest example, if it does; blank cells do not count. */
export function describeMistake(expected: readonly unknown[], seen: readonly unknown[]): string | undefined {
  const written = expected.filter((value) => !isBlank(value)).map(show);
  const read = seen.filter((value) => !isBlank(value)).map(show);
  const different = written.flatMap((value, position) =>
    value === read[position] ? [] : [{ value, readAs: read[position] ?? 'nothing' }],
  );
  if (different.length === 0 && read.length === written.length) return undefined;
  const [example] = written.length === read.length ? different.toSorted((a, b) => a.value.length - b.value.length) : different;
  const count =
    written.length === read.length ? `${different.length} of ${written.length} cells` : `${read.length} cells instead of ${written.length}`;
  return example === undefined ? count : `${count}, such as ${example.value}, read as ${example.readAs}`;
}

/** Characters that cannot be seen are shown by their codes. */
function show(value: unknown): string {
  return JSON.stringify(value).replace(/\p{C}|\ufffd/gu, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
