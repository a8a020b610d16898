import type { Console } from './console.ts';

/** The terminal, or whatever this process writes to. */
export const processConsole: Console = {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  interactive: process.stderr.isTTY,
};
