import { SaxesParser } from 'saxes';
import type { NamedPart } from './multipart-uploads.ts';
import { S3Error } from './s3-error.ts';

const path = ['CompleteMultipartUpload', 'Part'];

/** Reads the document with which a client completes an upload. Throws `MalformedXML`. */
export function parseCompletedParts(document: string): NamedPart[] {
  const parts = readFields(document).map(toPart);
  if (parts.length === 0) throw new S3Error('MalformedXML');
  return parts;
}

/** The fields of every `Part`, by element name. */
function readFields(document: string): Record<string, string>[] {
  const parts: Record<string, string>[] = [];
  const open: string[] = [];
  let text = '';
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => {
    open.push(name);
    text = '';
    if (open.length === 2 && open.join() === path.join()) parts.push({});
  });
  parser.on('text', (piece) => {
    text += piece;
  });
  parser.on('closetag', ({ name }) => {
    const part = parts.at(-1);
    if (part !== undefined && open.length === 3 && open.slice(0, 2).join() === path.join()) part[name] = text.trim();
    open.pop();
  });
  try {
    parser.write(document).close();
  } catch (cause) {
    throw new S3Error('MalformedXML', { cause });
  }
  return parts;
}

function toPart({ PartNumber: number = '', ETag: etag, ...rest }: Record<string, string>): NamedPart {
  if (!/^\d{1,5}$/.test(number) || etag === undefined) throw new S3Error('MalformedXML');
  const checksums = Object.entries(rest).filter(([name]) => name.startsWith('Checksum'));
  return {
    number: Number(number),
    etag: etag.replace(/^"(.*)"$/, '$1'),
    checksums: Object.fromEntries(
      checksums.map(([name, value]) => [`x-amz-checksum-${name.slice('Checksum'.length).toLowerCase()}`, value]),
    ),
  };
}
