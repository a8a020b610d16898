import { compareBytes, inByteOrder } from '../byte-order.ts';
import { readListingParameters } from '../listing-parameters.ts';
import type { Operation } from '../operation.ts';
import { pageOf } from '../page-of.ts';
import { S3Error } from '../s3-error.ts';
import { toXml } from '../to-xml.ts';
import { s3Namespace, xmlHeaders } from '../xml-answer.ts';

/** ListObjectsV2. */
export const listObjects: Operation = {
  methods: ['GET'],
  about: 'bucket',
  marks: { 'list-type': '2' },
  parameters: ['prefix', 'delimiter', 'max-keys', 'continuation-token', 'start-after', 'encoding-type'],
  action: () => 's3:ListBucket',

  answer: async ({ bucket, query }) => {
    const { prefix, delimiter, maxKeys, encodingType, encode } = readListingParameters(query);
    const token = query.get('continuation-token') ?? undefined;
    const startAfter = query.get('start-after') ?? '';
    const after = token === undefined ? undefined : readToken(token);

    const keys = inByteOrder(Array.from(bucket.keys()).filter((key) => key.startsWith(prefix)));
    const objects = keys.flatMap((key) => {
      const current = bucket.current(key);
      return current === undefined || current.deleteMarker ? [] : [current];
    });
    const page = pageOf(objects, {
      prefix,
      delimiter,
      maxKeys,
      isBehind: ({ key }, commonPrefix) => {
        return after === undefined ? compareBytes(key, startAfter) <= 0 : compareBytes(commonPrefix ?? key, after) <= 0;
      },
    });

    const fields = {
      Name: bucket.name,
      Prefix: encode(prefix),
      Delimiter: delimiter === '' ? undefined : encode(delimiter),
      StartAfter: query.has('start-after') ? encode(startAfter) : undefined,
      EncodingType: encodingType,
      MaxKeys: maxKeys,
      KeyCount: page.items.length + page.commonPrefixes.length,
      IsTruncated: page.next !== undefined,
      ContinuationToken: token,
      NextContinuationToken: page.next && writeToken(page.next.commonPrefix ?? page.next.item.key),
      Contents: page.items.map((object) => ({
        Key: encode(object.key),
        LastModified: object.lastModified.toISOString(),
        ETag: `"${object.etag}"`,
        Size: object.sizeBytes,
        StorageClass: 'STANDARD',
      })),
      CommonPrefixes: page.commonPrefixes.map((folded) => ({ Prefix: encode(folded) })),
    };
    return { status: 200, headers: xmlHeaders, body: toXml('ListBucketResult', fields, s3Namespace) };
  },
};

const tokenMark = 'after:';

/** A client must not make anything of a token. */
function writeToken(entry: string): string {
  return Buffer.from(tokenMark + entry).toString('base64');
}

function readToken(token: string): string {
  const text = Buffer.from(token, 'base64').toString();
  if (!text.startsWith(tokenMark)) throw new S3Error('InvalidArgument', { message: 'The continuation token provided is incorrect.' });
  return text.slice(tokenMark.length);
}
