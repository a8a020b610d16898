import type { BucketOnDisk } from '../bucket-on-disk.ts';
import { compareBytes, inByteOrder } from '../byte-order.ts';
import { readListingParameters } from '../listing-parameters.ts';
import type { Operation } from '../operation.ts';
import { pageOf } from '../page-of.ts';
import { S3Error } from '../s3-error.ts';
import type { StoredObject, StoredVersion } from '../stored-version.ts';
import { toXml } from '../to-xml.ts';
import { s3Namespace, xmlHeaders } from '../xml-answer.ts';

/** ListObjectVersions: keys in order, the versions of each newest first. */
export const listObjectVersions: Operation = {
  methods: ['GET'],
  about: 'bucket',
  marks: { versions: '' },
  parameters: ['prefix', 'delimiter', 'max-keys', 'key-marker', 'version-id-marker', 'encoding-type'],
  action: () => 's3:ListBucketVersions',

  answer: async ({ bucket, query }) => {
    const { prefix, delimiter, maxKeys, encodingType, encode } = readListingParameters(query);
    const keyMarker = query.get('key-marker') ?? '';
    const versionIdMarker = query.get('version-id-marker') ?? '';
    const marker = markedVersion(bucket, keyMarker, versionIdMarker);

    const keys = inByteOrder(Array.from(bucket.keys()).filter((key) => key.startsWith(prefix)));
    const page = pageOf(
      keys.flatMap((key) => bucket.versions(key)),
      {
        prefix,
        delimiter,
        maxKeys,
        isBehind: (version, commonPrefix) => {
          const order = compareBytes(commonPrefix ?? version.key, keyMarker);
          if (order !== 0 || marker === undefined || commonPrefix !== undefined) return order <= 0;
          return version.sequence >= marker.sequence;
        },
      },
    );

    const describe = (version: StoredVersion) => ({
      Key: encode(version.key),
      VersionId: version.versionId,
      IsLatest: bucket.current(version.key) === version,
      LastModified: version.lastModified.toISOString(),
    });
    const describeObject = (object: StoredObject) => {
      return { ...describe(object), ETag: `"${object.etag}"`, Size: object.sizeBytes, StorageClass: 'STANDARD' };
    };
    const next = page.next && (page.next.commonPrefix ?? page.next.item.key);
    const fields = {
      Name: bucket.name,
      Prefix: encode(prefix),
      Delimiter: delimiter === '' ? undefined : encode(delimiter),
      EncodingType: encodingType,
      KeyMarker: encode(keyMarker),
      VersionIdMarker: versionIdMarker,
      MaxKeys: maxKeys,
      IsTruncated: page.next !== undefined,
      NextKeyMarker: next === undefined ? undefined : encode(next),
      NextVersionIdMarker: page.next?.commonPrefix === undefined ? page.next?.item.versionId : undefined,
      Version: page.items.filter((version) => !version.deleteMarker).map(describeObject),
      DeleteMarker: page.items.filter((version) => version.deleteMarker).map(describe),
      CommonPrefixes: page.commonPrefixes.map((folded) => ({ Prefix: encode(folded) })),
    };
    return { status: 200, headers: xmlHeaders, body: toXml('ListVersionsResult', fields, s3Namespace) };
  },
};

function markedVersion(bucket: BucketOnDisk, key: string, versionId: string): StoredVersion | undefined {
  if (versionId === '') return undefined;
  const version = bucket.version(key, versionId);
  if (version === undefined) throw new S3Error('InvalidArgument', { message: 'Invalid version id specified' });
  return version;
}
