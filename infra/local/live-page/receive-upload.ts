import type { IncomingMessage } from 'node:http';
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { localBuckets } from '../deployed-role.ts';
import { checkFileName } from './check-file-name.ts';
import { largestUploadBytes, tooLarge } from './largest-upload.ts';
import { PageRefusal } from './page-refusal.ts';

interface Upload {
  merchant: string;
  fileName: string;
}

/** Puts a file where its merchant would put it. What comes of it, the news of the stack say. Throws `PageRefusal`. */
export async function receiveUpload(
  request: IncomingMessage,
  { merchant, fileName }: Upload,
  { owner, merchants }: { owner: S3Client; merchants: readonly string[] },
): Promise<void> {
  if (!merchants.includes(merchant)) {
    throw new PageRefusal(404, `There is no secret for the merchant ${merchant} here. Start with: npm run serve -- --merchant ${merchant}`);
  }
  checkFileName(fileName);
  const bytes = await readBody(request, fileName);
  await owner.send(new PutObjectCommand({ Bucket: localBuckets.uploads, Key: `uploads/${merchant}/${fileName}`, Body: bytes }));
}

async function readBody(request: IncomingMessage, fileName: string): Promise<Buffer> {
  const refusal = new PageRefusal(413, `${fileName} ${tooLarge}`, { connection: 'close' });
  if (Number(request.headers['content-length'] ?? 0) > largestUploadBytes) throw refusal;
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    sizeBytes += chunk.length;
    if (sizeBytes > largestUploadBytes) throw refusal;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, sizeBytes);
}
