import { CannotRun } from '../exit-status.ts';
import type { UploadLink } from './make-upload-link.ts';

const lastingMs = 15_000;

/**
 * Goes the way of the page with an empty file, which S3 must refuse for its size: before that it looks at everything else, so that a link that
 * cannot work is noticed here and not by the merchant. Throws `CannotRun`.
 */
export async function tryUploadLink({ url, fields }: UploadLink, bucketName: string): Promise<void> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([]), 'empty');
  const answer = await ask(url, { method: 'POST', body: form });
  const code = /<Code>(\w+)<\/Code>/.exec(await answer.text())?.[1] ?? '';
  const because =
    faults[code]?.(bucketName) ?? (answer.status >= 300 && answer.status < 400 ? faults['PermanentRedirect']?.(bucketName) : undefined);
  if (because !== undefined) throw new CannotRun(because);
}

/** Asks as a browser does before a page that was opened from a file may send. Throws `CannotRun` where it may not. */
export async function tryFromPage({ url }: UploadLink, bucketName: string): Promise<void> {
  const answer = await ask(url, { method: 'OPTIONS', headers: { origin: 'null', 'access-control-request-method': 'POST' } });
  await answer.body?.cancel();
  if (answer.headers.get('access-control-allow-origin') !== null) return;
  throw new CannotRun(
    `The bucket "${bucketName}" does not let pages upload: it has no CORS rule that allows POST from any origin. The stack sets one; deploy it.`,
  );
}

async function ask(url: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { ...request, redirect: 'manual', signal: AbortSignal.timeout(lastingMs) });
  } catch (cause) {
    throw new CannotRun(`S3 could not be reached at ${new URL(url).host}. Look to the network, and to AWS_REGION.`, { cause });
  }
}

const refusedCredentials = () => 'AWS refused the credentials. Sign in again.';
const otherRegion = (bucket: string) => `The bucket "${bucket}" lies in another region. Set AWS_REGION to it.`;

/** By S3's code. What is not named here, the empty file's own refusal above all, says nothing against the link. */
const faults: Readonly<Record<string, (bucket: string) => string>> = {
  NoSuchBucket: (bucket) => `There is no bucket "${bucket}". The stack's output UploadsBucket is its name.`,
  AccessDenied: (bucket) => `Access denied: these credentials may not upload to "${bucket}". It takes s3:PutObject on uploads/* in it.`,
  ExpiredToken: refusedCredentials,
  InvalidAccessKeyId: refusedCredentials,
  InvalidToken: refusedCredentials,
  SignatureDoesNotMatch: refusedCredentials,
  AuthorizationQueryParametersError: otherRegion,
  IllegalLocationConstraintException: otherRegion,
  PermanentRedirect: otherRegion,
};
