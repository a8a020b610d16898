import type { IncomingMessage } from 'node:http';
import type { Target } from '../parse-target.ts';

/** Whether a browser sends a form to a bucket (POST Object). Who sends it is told by its fields, not by a header. */
export function isFormUpload({ method, headers }: Pick<IncomingMessage, 'method' | 'headers'>, { key, query }: Target): boolean {
  return method === 'POST' && key === '' && query.size === 0 && (headers['content-type']?.startsWith('multipart/form-data') ?? false);
}
