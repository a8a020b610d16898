import type { IncomingMessage } from 'node:http';
import type { Caller } from '../access.ts';
import { maxKeyBytes } from '../parse-target.ts';
import { S3Error } from '../s3-error.ts';
import { checkPolicy } from './check-policy.ts';
import { checkSignature } from './check-signature.ts';
import { type PostPolicy, parsePolicy } from './parse-policy.ts';
import { readForm, type UploadForm } from './read-form.ts';

/** A form that its signer allows. */
export interface SignedForm extends UploadForm {
  key: string;
  caller: Caller;
  policy: PostPolicy;
}

const honoured =
  /^(?:key|bucket|policy|content-type|cache-control|content-disposition|content-encoding|expires|success_action_status|x-amz-(?:algorithm|credential|date|security-token|signature|meta-.+)|x-ignore-.+)$/;

/** Reads a form and holds it against its policy. Throws what S3 answers, and `NotImplemented` for fields that would be honoured in part. */
export async function readSignedForm(
  message: IncomingMessage,
  bucket: string,
  secretKeys: Readonly<Record<string, string>>,
): Promise<SignedForm> {
  const form = await readForm(message);
  const caller = checkSignature(form.fields, secretKeys);
  const policy = parsePolicy(form.fields.get('policy') ?? '');
  const key = keyOf(form);
  const fields = new Map([...form.fields, ['bucket', bucket], ['key', key]]);
  checkPolicy(policy, { fields, now: new Date() });
  const unknown = [...fields.keys()].find((name) => !honoured.test(name));
  if (unknown !== undefined) throw new S3Error('NotImplemented', { message: `The field ${unknown} is not implemented here.` });
  return { ...form, key, caller, policy };
}

/** Where a key has `${filename}`, S3 puts what the browser calls the file, without the folders that some browsers name. */
function keyOf({ fields, fileName }: UploadForm): string {
  const key = fields.get('key')?.replaceAll('${filename}', () => fileName.replace(/^.*[/\\]/, ''));
  if (key === undefined || key === '') throw new S3Error('InvalidArgument', { message: "Bucket POST must contain a field named 'key'." });
  if (Buffer.byteLength(key) > maxKeyBytes) throw new S3Error('KeyTooLongError');
  return key;
}
