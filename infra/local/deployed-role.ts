/** What a request to the local S3 server wants to do. */
interface S3Request {
  action: string;
  bucket: string;
  key?: string;
  accessKeyId: string;
}

export const localBuckets = { uploads: 'local-uploads', results: 'local-results' } as const;

/** Who speaks to the local S3 server: the importer and the sweep with their roles, and the merchant or operator in front of them. */
export const localIdentities = { functionRole: 'LOCALFUNCTIONROLE', sweepRole: 'LOCALSWEEPROLE', owner: 'LOCALOWNER' } as const;

/** One permission, as a statement of a policy gives it. */
interface LocalStatement {
  action: string;
  bucket: keyof typeof localBuckets;
  /** How the keys begin; absent where the action is about the bucket. */
  keyPrefix?: string;
}

/** What the roles of the deployed functions may do in S3, and nothing more. */
export const localPolicies: Readonly<Record<'functionRole' | 'sweepRole', readonly LocalStatement[]>> = {
  functionRole: [
    { action: 's3:ListBucket', bucket: 'uploads' },
    { action: 's3:ListBucketVersions', bucket: 'uploads' },
    { action: 's3:GetObject', bucket: 'uploads', keyPrefix: 'uploads/' },
    { action: 's3:GetObjectVersion', bucket: 'uploads', keyPrefix: 'uploads/' },
    { action: 's3:ListBucket', bucket: 'results' },
    { action: 's3:GetObject', bucket: 'results', keyPrefix: 'reports/' },
    { action: 's3:PutObject', bucket: 'results', keyPrefix: 'reports/' },
    { action: 's3:GetObject', bucket: 'results', keyPrefix: 'ledger/' },
    { action: 's3:PutObject', bucket: 'results', keyPrefix: 'ledger/' },
  ],
  sweepRole: [
    { action: 's3:ListBucketVersions', bucket: 'uploads' },
    // So that a report that is missing answers 404, not 403.
    { action: 's3:ListBucket', bucket: 'results' },
    { action: 's3:GetObject', bucket: 'results', keyPrefix: 'reports/' },
  ],
};

/** Answers as the policies of the deployed functions would, so that a missing permission is seen on this machine. */
export function isAllowedLocally({ action, bucket, key, accessKeyId }: S3Request): boolean {
  if (accessKeyId === localIdentities.owner) return true;
  const role = (['functionRole', 'sweepRole'] as const).find((name) => localIdentities[name] === accessKeyId);
  if (role === undefined) return false;
  return localPolicies[role].some((statement) => {
    if (statement.action !== action || localBuckets[statement.bucket] !== bucket) return false;
    return statement.keyPrefix === undefined ? key === undefined : key?.startsWith(statement.keyPrefix) === true;
  });
}
