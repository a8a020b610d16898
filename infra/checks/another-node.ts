import { existsSync } from 'node:fs';
import { delimiter, join, sep } from 'node:path';

const names = process.platform === 'win32' ? ['node.exe'] : ['node'];

/**
 * A Node of the machine, for what must not be judged by the one that the package `node` has brought. `npm run` puts that one first.
 * Where there is no other, the answer is the one that runs this, and `verify-node.mjs` refuses to be run by it.
 */
export function anotherNode(path = process.env['PATH'] ?? ''): string {
  const places = path.split(delimiter).filter((folder) => folder !== '' && !folder.split(sep).includes('node_modules'));
  return places.flatMap((folder) => names.map((name) => join(folder, name))).find((file) => existsSync(file)) ?? process.execPath;
}
