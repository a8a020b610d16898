import type { Failure } from './failure.ts';

interface CheckedFile {
  name: string;
  bytes: Uint8Array;
}

/** How files begin that are certainly no menu; what else a file is, the import finds out, and answers. */
const starts: readonly (readonly [RegExp, Failure])[] = [
  // PDF, PNG, GIF, JPEG, and the photographs of phones
  [/^(?:%PDF|\u0089PNG|GIF8|\u00FF\u00D8\u00FF|....ftyp(?:hei|mif|avif)|RIFF....WEBP)/s, 'picture'],
  // The container of .xls and of workbooks with a password
  [/^\u00D0\u00CF\u0011\u00E0/, 'oldExcel'],
];

/** Why a file need not be sent, or `undefined`. */
export function checkFile({ name, bytes }: CheckedFile, largestBytes: number): Failure | undefined {
  if (name.startsWith('~$')) return 'lockFile';
  if (name.startsWith('.')) return 'hiddenFile';
  if (bytes.length === 0) return 'empty';
  if (bytes.length > largestBytes) return 'tooLarge';
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  return starts.find(([pattern]) => pattern.test(start))?.[1];
}
