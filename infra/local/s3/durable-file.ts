import { randomUUID } from 'node:crypto';
import { open, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Writes a file that is there whole or not at all, even if the process or the machine stops at any instant. */
export async function writeDurably(path: string, temporaryDirectory: string, content: string | Uint8Array): Promise<void> {
  await renameDurably(await writeTemporary(temporaryDirectory, content), path);
}

/** Answers the path of a new file that holds the content on the disk itself, and that nothing refers to yet. */
export async function writeTemporary(directory: string, content: string | Uint8Array): Promise<string> {
  const path = join(directory, randomUUID());
  await writeFile(path, content, { flush: true });
  return path;
}

/** Gives a written file its name. */
export async function renameDurably(from: string, to: string): Promise<void> {
  await rename(from, to);
  // Windows cannot open a directory, and needs no such thing.
  if (process.platform === 'win32') return;
  const directory = await open(dirname(to));
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
