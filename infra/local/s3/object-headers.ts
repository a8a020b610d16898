import type { IncomingHttpHeaders } from 'node:http';

const kept = new Set(['cache-control', 'content-disposition', 'content-language', 'content-type', 'expires']);

/** The headers of an upload that every download of the object has again. */
export function objectHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const result: Record<string, string> = { 'content-type': 'binary/octet-stream' };
  for (const [name, value] of Object.entries(headers)) {
    if (typeof value === 'string' && (kept.has(name) || name.startsWith('x-amz-meta-'))) result[name] = value;
  }
  // `aws-chunked` is how the body travelled, not how the object is encoded.
  const encodings = headers['content-encoding']?.split(/\s*,\s*/).filter((encoding) => encoding !== '' && encoding !== 'aws-chunked') ?? [];
  if (encodings.length > 0) result['content-encoding'] = encodings.join(',');
  return result;
}
