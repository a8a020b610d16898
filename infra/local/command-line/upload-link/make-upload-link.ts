import type { S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { largestUploadBytes } from '../../live-page/largest-upload.ts';
import { parsePolicy } from '../../s3/forms/parse-policy.ts';
import { CannotRun } from '../exit-status.ts';
import type { UploadLinkCommand } from './upload-link-command.ts';

/** A form that uploads menus of one merchant until it expires; whoever has it may. */
export interface UploadLink {
  merchant: string;
  /** Where the form is posted to. */
  url: string;
  /** What it is posted with, besides the file, which comes last. */
  fields: Readonly<Record<string, string>>;
  /** ISO 8601, UTC. */
  expiresAt: string;
}

export interface SignedLink {
  link: UploadLink;
  /** The key to switch off where a page got into the wrong hands. */
  accessKeyId: string;
  /** Whether the credentials end the link: before it should, or at a time that they do not tell. */
  endsWithCredentials: 'no' | 'sooner' | 'unknown';
}

const shortestMs = 60_000;

/** Signs a link. It asks nobody, so that a bucket that is not there is not noticed. Throws `CannotRun` where the credentials end at once. */
export async function makeUploadLink(
  client: S3Client,
  bucketName: string,
  { merchant, expiresSeconds }: Pick<UploadLinkCommand, 'merchant' | 'expiresSeconds'>,
  now = new Date(),
): Promise<SignedLink> {
  const { accessKeyId, sessionToken, expiration } = await client.config.credentials();
  const asked = now.getTime() + expiresSeconds * 1_000;
  const expiresMs = Math.min(asked, expiration?.getTime() ?? asked);
  if (expiresMs - now.getTime() < shortestMs) throw new CannotRun('The credentials end within a minute. Sign in again.');
  const seconds = Math.floor((expiresMs - now.getTime()) / 1_000);
  const { url, fields } = await createPresignedPost(client, {
    Bucket: bucketName,
    Key: `uploads/${merchant}/\${filename}`,
    // What a file is shows in its bytes; and whatever is uploaded, no browser takes it for a page.
    Fields: { 'Content-Type': 'application/octet-stream' },
    Conditions: [['content-length-range', 1, largestUploadBytes]],
    Expires: seconds,
  });
  return {
    link: { merchant, url, fields, expiresAt: parsePolicy(fields['Policy'] ?? '').expiration.toISOString() },
    accessKeyId,
    endsWithCredentials: expiresMs < asked ? 'sooner' : sessionToken !== undefined && expiration === undefined ? 'unknown' : 'no',
  };
}
