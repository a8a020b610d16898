import { S3Error } from './s3-error.ts';

/**
 * The bytes that a `Range` header asks for, both ends included. `undefined` means all of them: there is no header, or it is
 * one that servers are to pass over. Throws `InvalidRange` where none of the bytes exist.
 */
export function parseRange(header: string | undefined, sizeBytes: number): { start: number; end: number } | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  if (first !== '' && last !== '' && Number(last) < Number(first)) return undefined;
  const start = first === '' ? Math.max(0, sizeBytes - Number(last)) : Number(first);
  const end = first === '' || last === '' ? sizeBytes - 1 : Math.min(Number(last), sizeBytes - 1);
  if (start >= sizeBytes || end < start) throw new S3Error('InvalidRange', { headers: { 'content-range': `bytes */${sizeBytes}` } });
  return { start, end };
}
