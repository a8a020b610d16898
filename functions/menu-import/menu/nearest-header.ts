import { columnTable, listWords } from './column-table.ts';
import { bareName } from './parse-header.ts';

/** A shorter word is a slip of the finger away from half of the language. */
const shortestWord = 4;

const candidates = columnTable
  .filter(({ field }) => field !== 'result')
  .flatMap(({ header, words, weakWords = '' }) => {
    const others = [...Object.values(words), weakWords].flatMap(listWords).map(bareName);
    return [bareName(header), ...others.filter((word) => word.length >= shortestWord)].map((bare) => ({ header, bare }));
  });

/** The known header that an unknown one was probably meant to be, where they differ by a slip of the finger only. */
export function nearestHeader(text: string): string | undefined {
  const bare = bareName(text);
  const allowed = bare.length <= 7 ? 1 : 2;
  const close = candidates
    // Words of another length are further away than that; a header may be as long as a book.
    .filter(({ bare: known }) => Math.abs(known.length - bare.length) <= allowed)
    .map(({ header, bare: known }) => ({ header, distance: editDistance(bare, known) }))
    .filter(({ distance }) => distance <= allowed)
    .toSorted((a, b) => a.distance - b.distance);
  return bare.length < 3 ? undefined : close[0]?.header;
}

/** How many letters were changed, left out, put in, or swapped with their neighbour. */
function editDistance(from: string, to: string): number {
  let beforeThat: number[] = [];
  let previous = Array.from({ length: to.length + 1 }, (_, position) => position);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current.push(
        Math.min(
          (previous[column - 1] ?? 0) + (same ? 0 : 1),
          (previous[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          swapped ? (beforeThat[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    [beforeThat, previous] = [previous, current];
  }
  return previous.at(-1) ?? 0;
}
