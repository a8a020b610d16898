import { largestUploadBytes, tooLarge } from '../largest-upload.ts';
import { byId, element } from './elements.ts';

/** Sends files one after the other. What cannot be sent is said in `refused`, a sentence each, until the next files come. */
export function queueUploads(refused: HTMLElement, said: HTMLElement): (files: readonly File[]) => void {
  let queue: Promise<void> = Promise.resolve();
  return (files) => {
    refused.replaceChildren();
    for (const file of files) {
      queue = queue.then(async () => {
        said.textContent = `Sending ${file.name}`;
        const refusal = await send(file);
        if (refusal !== undefined) refused.append(element('li', { dir: 'auto' }, refusal));
      });
    }
  };
}

/** Answers why a file was not taken, or `undefined`. */
async function send(file: File): Promise<string | undefined> {
  if (file.size > largestUploadBytes) return `${file.name} ${tooLarge}`;
  try {
    // Folders look like files until they are read.
    const bytes = await file.arrayBuffer();
    const merchant = (byId('merchant') as HTMLInputElement | HTMLSelectElement).value;
    const answer = await fetch(`/uploads/${merchant}/${encodeURIComponent(file.name.toWellFormed())}`, { method: 'POST', body: bytes });
    return answer.ok ? undefined : await answer.text();
  } catch (error) {
    if (error instanceof TypeError) return `${file.name} could not be sent, because the import does not run. Start it with: npm run serve`;
    return `${file.name} cannot be read. A folder cannot be imported: drop the workbooks in it.`;
  }
}
