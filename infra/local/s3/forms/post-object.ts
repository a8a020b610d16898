import type { S3Answer, S3Request } from '../operation.ts';
import { storeObject } from '../store-object.ts';
import { toXml } from '../to-xml.ts';
import { xmlHeaders } from '../xml-answer.ts';
import { checkSize } from './check-policy.ts';
import type { SignedForm } from './read-signed-form.ts';

/** PostObject: the file of a form becomes an object, as with a PUT; what the browser then gets, the form says. Throws `EntityTooLarge` or `EntityTooSmall`. */
export async function postObject(request: S3Request, { fields, bytes, policy }: SignedForm): Promise<S3Answer> {
  checkSize(policy, bytes.length);
  const { bucket, key, message } = request;
  const object = await storeObject(request, 'ObjectCreated:Post', { bytes, checksums: {}, headers: Object.fromEntries(fields) });
  const etag = `"${object.etag}"`;
  const location = `http://${message.headers.host}/${bucket.name}/${key.split('/').map(encodeURIComponent).join('/')}`;
  const headers = { etag, location, 'x-amz-version-id': object.versionId };
  switch (fields.get('success_action_status')) {
    case '200':
      return { status: 200, headers };
    case '201': {
      const described = { Location: location, Bucket: bucket.name, Key: key, ETag: etag };
      return { status: 201, headers: { ...headers, ...xmlHeaders }, body: toXml('PostResponse', described) };
    }
    default:
      return { status: 204, headers };
  }
}
