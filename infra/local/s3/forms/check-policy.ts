import { S3Error } from '../s3-error.ts';
import type { PostPolicy } from './parse-policy.ts';

interface FormValues {
  /** By name in small letters; with the bucket that the form is sent to, and the key as it will be. */
  fields: ReadonlyMap<string, string>;
  now: Date;
}

/** They need no condition: they are what the policy is checked with, and what it is about. */
const unconditional = /^(?:x-amz-signature|policy|file|bucket|x-ignore-.*)$/;

/** Throws `AccessDenied` where the policy does not allow the form. */
export function checkPolicy({ expiration, conditions }: PostPolicy, { fields, now }: FormValues): void {
  if (expiration <= now) throw refuse('Policy expired.');
  const named = new Set<string>();
  for (const condition of conditions) {
    if (condition[0] === 'content-length-range') continue;
    const [how, what, expected] = condition;
    const name = what.slice(1).toLowerCase();
    named.add(name);
    const value = fields.get(name) ?? '';
    const holds = how === 'eq' ? value === expected : value.startsWith(expected);
    if (!holds) throw refuse(`Policy Condition failed: ${JSON.stringify(condition)}`);
  }
  const extra = [...fields.keys()].filter((name) => !named.has(name) && !unconditional.test(name));
  if (extra.length > 0) throw refuse(`Extra input fields: ${extra.join(', ')}`);
}

/** Throws `EntityTooLarge` or `EntityTooSmall`. Apart from the rest, because S3 counts the bytes when it knows already that they are welcome. */
export function checkSize({ conditions }: PostPolicy, sizeBytes: number): void {
  for (const condition of conditions) {
    if (condition[0] !== 'content-length-range') continue;
    if (sizeBytes < condition[1]) throw new S3Error('EntityTooSmall');
    if (sizeBytes > condition[2]) throw new S3Error('EntityTooLarge');
  }
}

function refuse(because: string): S3Error {
  return new S3Error('AccessDenied', { message: `Invalid according to Policy: ${because}` });
}
