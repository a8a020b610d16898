import { excel } from './shapes/excel.ts';
import { libreOffice } from './shapes/libreoffice.ts';
import { openpyxl } from './shapes/openpyxl.ts';
import type { Shape, Strings } from './shapes/shape.ts';

export interface MadeWorkbook {
  shape: Shape;
  strings: Strings;
  /** The header among them. */
  rowCount: number;
}

/** Every size, every shape and both ways to write texts; not each with each, or a run would take a quarter of an hour. */
export const madeWorkbooks: readonly MadeWorkbook[] = [
  { shape: excel, strings: 'shared', rowCount: 1_000 },
  { shape: openpyxl, strings: 'inline', rowCount: 1_000 },
  { shape: excel, strings: 'shared', rowCount: 10_000 },
  { shape: excel, strings: 'inline', rowCount: 10_000 },
  { shape: libreOffice, strings: 'shared', rowCount: 10_000 },
  { shape: openpyxl, strings: 'shared', rowCount: 10_000 },
  { shape: openpyxl, strings: 'inline', rowCount: 10_000 },
  { shape: excel, strings: 'shared', rowCount: 20_000 },
  { shape: openpyxl, strings: 'inline', rowCount: 20_000 },
];
