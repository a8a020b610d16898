import { safeFileName } from '../safe-file-name.ts';

/** What is posted: the fields of the page's own form, the key for this file, and the file, which S3 wants last. */
export function uploadForm(form: HTMLFormElement, { name, bytes }: { name: string; bytes: Uint8Array<ArrayBuffer> }): FormData {
  const filled = new FormData();
  for (const { name: field, value } of form.querySelectorAll<HTMLInputElement>('input[type=hidden]')) {
    // Every browser says in its own way what a file is called, so it is not left to them.
    filled.append(field, field === 'key' ? value.replace('${filename}', () => safeFileName(name)) : value);
  }
  filled.append('file', new Blob([bytes]), 'menu');
  return filled;
}
