/** What a request to the local S3 server wants to do. */
interface S3Request {
  action: string;
  bucket: string;
  key?: string;
  accessKeyId: string;
}

export const localBuckets = { uploads: 'local-uploads', results: 'local-results' } as const;

/** Who speaks to the local S3 server: the function with its role, and the merchant or operator in front of it. */
export const localIdentities = { functionRole: 'LOCALFUNCTIONROLE', owner: 'LOCALOWNER' } as const;

const readUpload = new Set(['s3:GetObject', 's3:GetObjectVersion']);
const listBucket = new Set(['s3:ListBucket', 's3:ListBucketVersions']);

/** Answers as the policy of the deployed function would, so that a missing permission is seen on this machine. */
export function isAllowedLocally({ action, bucket, key = '', accessKeyId }: S3Request): boolean {
  if (accessKeyId === localIdentities.owner) return true;
  if (accessKeyId !== localIdentities.functionRole) return false;
  if (bucket === localBuckets.uploads) {
    return listBucket.has(action) || (readUpload.has(action) && key.startsWith('uploads/'));
  }
  const own = key.startsWith('reports/') || key.startsWith('ledger/');
  return action === 's3:ListBucket' || (['s3:GetObject', 's3:PutObject'].includes(action) && own);
}
