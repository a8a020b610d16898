import type { Operation } from '../operation.ts';

/** DeleteObject: a delete marker on top of the key, or the end of one version. */
export const deleteObject: Operation = {
  methods: ['DELETE'],
  about: 'object',
  parameters: ['versionId'],
  action: ({ query }) => (query.has('versionId') ? 's3:DeleteObjectVersion' : 's3:DeleteObject'),

  answer: async ({ bucket, key, query }) => {
    const versionId = query.get('versionId');
    const version = versionId === null ? await bucket.markDeleted(key) : await bucket.removeVersion(key, versionId);
    const headers = {
      ...(version?.deleteMarker && { 'x-amz-delete-marker': 'true' }),
      'x-amz-version-id': version?.versionId ?? versionId ?? '',
    };
    return { status: 204, headers };
  },
};
