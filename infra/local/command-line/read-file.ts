import { readFile } from 'node:fs/promises';
import { CannotRun } from './exit-status.ts';

/** The bytes of a file that was named on the command line. Throws `CannotRun` where there is none. */
export async function readNamedFile(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const because = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : 'it cannot be read';
    throw new CannotRun(`${file}: ${because}.`, { cause: error });
  }
}
