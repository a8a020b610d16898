import * as z from 'zod';
import { S3Error } from '../s3-error.ts';

const match = z.tuple([z.enum(['eq', 'starts-with']), z.string().startsWith('$'), z.string()]);
const range = z.tuple([z.literal('content-length-range'), z.coerce.number(), z.coerce.number()]);
/** `{ "acl": "private" }` is another way to write `["eq", "$acl", "private"]`. */
const fields = z
  .record(z.string(), z.string())
  .transform((record) => Object.entries(record).map(([name, value]) => ['eq', `$${name}`, value] as const));

const policySchema = z.object({
  expiration: z.iso.datetime().transform((text) => new Date(text)),
  conditions: z
    .array(z.union([match.transform((one) => [one]), range.transform((one) => [one]), fields]))
    .transform((lists) => lists.flat()),
});

/** What the signer of a form allows, and until when. */
export type PostPolicy = z.infer<typeof policySchema>;

/** Reads the base64 of a policy. Throws `InvalidPolicyDocument`. */
export function parsePolicy(encoded: string): PostPolicy {
  try {
    return policySchema.parse(JSON.parse(Buffer.from(encoded, 'base64').toString()));
  } catch (cause) {
    throw new S3Error('InvalidPolicyDocument', { cause });
  }
}
