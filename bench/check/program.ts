import type { Shape } from '../workbooks/shapes/shape.ts';

/** A real program whose way of writing one of our shapes claims to be. */
export interface Program {
  shape: Shape;
  /** What is there, with its version; `undefined` where it is not. */
  version: () => string | undefined;
  /** Opens a workbook and saves it in its own way. Answers where. */
  rewrite: (file: string, directory: string) => string;
}
