/** The letters of the first columns, which nearly all cells of a menu stand in. */
const firstLetters = Array.from({ length: 256 }, (_, position) => spell(position + 1));

/** The letter of a column that counts from 1: 1 is `A`, 28 is `AB`. */
export function columnLetter(column: number): string {
  return firstLetters[column - 1] ?? spell(column);
}

function spell(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** The column, from 1, that a letter names: `AB` is 28. */
export function columnNumber(letters: string): number {
  return Array.from(letters).reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}
