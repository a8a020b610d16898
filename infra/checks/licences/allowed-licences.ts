/** Licences that ask for their text to be kept, at most: for everything. SPDX identifiers, and one that was written before there were any. */
const permissive = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'MIT-0',
  'MIT/X11',
  'Unlicense',
  'Zlib',
];

/** For what runs. */
export const allowedToRun: ReadonlySet<string> = new Set(permissive);

/** For tools, too, which are used as they are and not handed on: changes to their own files would have to be published. */
export const allowedAsTool: ReadonlySet<string> = new Set([...permissive, 'MPL-2.0']);

/** Packages without a licence that can be read, by name and version, with the reason why they may stay. Never something that is deployed. */
export const excepted: Readonly<Record<string, string>> = {
  'buffers@0.1.1': 'States none. Below the reader of exceljs, which nothing imports: it is installed, and neither deployed nor loaded.',
};
