import { CannotRun } from '../exit-status.ts';

/** Why nothing could be signed, as one sentence for whoever typed the command. */
export function explainSigningFault(error: unknown): CannotRun {
  if (error instanceof CannotRun) return error;
  const { name, message } = error instanceof Error ? error : { name: typeof error, message: '' };
  const say = (sentence: string) => new CannotRun(sentence, { cause: error });
  if (message === 'Region is missing') return say('No AWS region is set. Set AWS_REGION to that of the bucket.');
  if (name.includes('Credentials') || name === 'TokenProviderError') {
    return say('There are no AWS credentials. Sign in, or set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.');
  }
  return say(`The link could not be signed (${name}).`);
}
