import { CannotRun } from '../exit-status.ts';

const refusedCredentials = new Set([
  'ExpiredToken',
  'ExpiredTokenException',
  'InvalidAccessKeyId',
  'InvalidClientTokenId',
  'InvalidToken',
  'RequestTimeTooSkewed',
  'SignatureDoesNotMatch',
  'UnrecognizedClientException',
]);
const denied = new Set(['AccessDenied', 'AllAccessDisabled', 'Forbidden']);
const otherRegion = new Set(['AuthorizationHeaderMalformed', 'IllegalLocationConstraintException', 'PermanentRedirect']);

/** What S3, the way to it or the credentials said, as one sentence for whoever typed the command. `bucketName`: absent on this machine. */
export function explainFault(error: unknown, bucketName: string | undefined): CannotRun {
  if (error instanceof CannotRun) return error;
  const { name, code, message } = named(error);
  const say = (sentence: string) => new CannotRun(sentence, { cause: error });
  if (isAboutTheNetwork(name, code)) {
    return bucketName === undefined
      ? say(`The local stack that had this state has just ended (${code ?? name}). Please repeat the command.`)
      : say(`S3 could not be reached (${code ?? name}). Look to the network, and to AWS_REGION and AWS_ENDPOINT_URL_S3 if they are set.`);
  }
  const bucket = `the bucket "${bucketName ?? 'local'}"`;
  if (name === 'NoSuchBucket') return say(`There is no bucket "${bucketName}". The stack's output ResultsBucket is its name.`);
  if (denied.has(name)) {
    return say(
      `Access denied: these credentials may not read ${bucket}. It takes s3:ListBucket on it and s3:GetObject on what lies below reports/.`,
    );
  }
  if (refusedCredentials.has(name)) return say(`AWS refused the credentials (${name}). Sign in again.`);
  if (name.includes('Credentials') || name === 'TokenProviderError') {
    return say('There are no AWS credentials. Sign in, or set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.');
  }
  if (otherRegion.has(name)) return say(`${capitalized(bucket)} lies in another region. Set AWS_REGION to it.`);
  if (message === 'Region is missing') return say('No AWS region is set. Set AWS_REGION to that of the bucket.');
  return say(`The reports could not be read (${name}).`);
}

function isAboutTheNetwork(name: string, code: string | undefined): boolean {
  return ['TimeoutError', 'NetworkingError'].includes(name) || /^(?:E[A-Z_]{3,}|CERT_\w+|\w*SELF_SIGNED\w*|UNABLE_\w+)$/.test(code ?? '');
}

function named(error: unknown): { name: string; code?: string; message?: string } {
  if (!(error instanceof Error)) return { name: typeof error };
  const { name, message } = error;
  return { name, message, ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}) };
}

function capitalized(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
