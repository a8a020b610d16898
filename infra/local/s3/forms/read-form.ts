import type { IncomingMessage } from 'node:http';
import { collectBody } from '../collect-body.ts';
import { S3Error } from '../s3-error.ts';

/** S3's own limit for everything before the file. */
const maxFieldBytes = 20_000;

export interface UploadForm {
  /** By name in small letters, because S3 knows them in any. */
  fields: ReadonlyMap<string, string>;
  /** Its name as the browser sent it. */
  fileName: string;
  bytes: Buffer;
}

/** Reads the fields of a form up to its file; S3 ignores what follows that. Throws `MalformedPOSTRequest` and its relatives. */
export async function readForm(message: IncomingMessage): Promise<UploadForm> {
  const fields = new Map<string, string>();
  let fieldBytes = 0;
  for (const [name, value] of await entriesOf(message)) {
    if (name === 'file') {
      if (typeof value === 'string') break;
      return { fields, fileName: value.name, bytes: Buffer.from(await value.arrayBuffer()) };
    }
    if (typeof value !== 'string') break;
    fieldBytes += Buffer.byteLength(name) + Buffer.byteLength(value);
    if (fieldBytes > maxFieldBytes) throw new S3Error('MaxPostPreDataLengthExceeded');
    fields.set(name.toLowerCase(), value);
  }
  throw new S3Error('InvalidArgument', { message: 'POST requires exactly one file upload per request.' });
}

async function entriesOf(message: IncomingMessage): Promise<Iterable<[string, string | File]>> {
  const body = await collectBody(message);
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': message.headers['content-type'] ?? '' } }).formData();
  } catch (cause) {
    throw new S3Error('MalformedPOSTRequest', { cause });
  }
}
