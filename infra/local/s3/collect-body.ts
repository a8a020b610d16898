import type { IncomingMessage } from 'node:http';
import { S3Error } from './s3-error.ts';

/** Bodies are held in memory; menus are a few megabytes. */
const maxBodyBytes = 128 * 1024 * 1024;

/** The bytes of a body as they travelled. Throws `EntityTooLarge`, or `IncompleteBody` where the client breaks off. */
export async function collectBody(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  try {
    for await (const chunk of message as AsyncIterable<Buffer>) {
      sizeBytes += chunk.length;
      // The rest is read all the same: a client that is still sending would not see the answer.
      if (sizeBytes <= maxBodyBytes) chunks.push(chunk);
      else chunks.length = 0;
    }
  } catch (cause) {
    throw new S3Error('IncompleteBody', { cause });
  }
  if (sizeBytes > maxBodyBytes) throw new S3Error('EntityTooLarge');
  return Buffer.concat(chunks);
}
