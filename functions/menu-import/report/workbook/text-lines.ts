/** How many lines a text has in a cell that is so wide, in characters. A guess: letters differ, and break at words. */
export function textLines(text: string | number, width: number): number {
  const letters = Math.max(1, Math.floor(width));
  return String(text)
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / letters)), 0);
}
