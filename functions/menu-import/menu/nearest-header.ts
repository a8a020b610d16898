import { columnTable } from './column-table.ts';
import { bareName } from './parse-header.ts';

const candidates = columnTable
  .filter(({ field }) => field !== 'result')
  .flatMap(({ header, aliases }) => [header, ...aliases].map((name) => ({ header, bare: bareName(name) })));

/** The known header that an unknown one was probably meant to be, where they differ by a slip of the finger only. */
export function nearestHeader(text: string): string | undefined {
  const bare = bareName(text);
  const allowed = bare.length <= 4 ? 1 : 2;
  const close = candidates
    .map(({ header, bare: known }) => ({ header, distance: editDistance(bare, known) }))
    .filter(({ distance }) => distance <= allowed)
    .toSorted((a, b) => a.distance - b.distance);
  return bare.length < 3 ? undefined : close[0]?.header;
}

/** Levenshtein distance. */
function editDistance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, position) => position);
  for (const [row, letter] of Array.from(from).entries()) {
    const current = [row + 1];
    for (const [column, other] of Array.from(to).entries()) {
      const substitute = (previous[column] ?? 0) + (letter === other ? 0 : 1);
      current.push(Math.min(substitute, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    }
    previous = current;
  }
  return previous.at(-1) ?? 0;
}
