import { S3Error } from './s3-error.ts';

const lineEnd = '\r\n';

export interface DecodedBody {
  bytes: Buffer;
  /** By lower-case name. */
  trailers: Record<string, string>;
}

/**
 * Takes the `aws-chunked` framing off a body: chunks of `{size in hex}[;chunk-signature=...]`, then trailers. Signatures are
 * not looked at. Throws `IncompleteBody` where the framing breaks off or is not what it says.
 */
export function decodeAwsChunked(framed: Buffer): DecodedBody {
  const chunks: Buffer[] = [];
  let position = 0;
  for (;;) {
    const header = readLine(framed, position);
    const [size = ''] = header.text.split(';');
    if (!/^[0-9a-f]{1,8}$/i.test(size)) throw new S3Error('IncompleteBody', { message: 'A chunk does not begin with its size.' });
    const sizeBytes = Number.parseInt(size, 16);
    position = header.next;
    if (sizeBytes === 0) return { bytes: Buffer.concat(chunks), trailers: readTrailers(framed, position) };
    const end = position + sizeBytes;
    if (framed.toString('latin1', end, end + lineEnd.length) !== lineEnd) throw new S3Error('IncompleteBody');
    chunks.push(framed.subarray(position, end));
    position = end + lineEnd.length;
  }
}

function readTrailers(framed: Buffer, start: number): Record<string, string> {
  const trailers: Record<string, string> = {};
  let position = start;
  while (position < framed.length) {
    const line = readLine(framed, position);
    position = line.next;
    if (line.text === '') continue;
    const [, name, value] = /^([^:\s]+):\s*(.*?)\s*$/.exec(line.text) ?? [];
    if (name === undefined || value === undefined) throw new S3Error('MalformedTrailerError');
    trailers[name.toLowerCase()] = value;
  }
  return trailers;
}

function readLine(framed: Buffer, start: number): { text: string; next: number } {
  const end = framed.indexOf(lineEnd, start, 'latin1');
  if (end === -1) throw new S3Error('IncompleteBody');
  return { text: framed.toString('latin1', start, end), next: end + lineEnd.length };
}
