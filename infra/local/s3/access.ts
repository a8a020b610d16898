import { S3Error } from './s3-error.ts';

/** The permissions that the operations of this server ask for, as policies name them. */
export type S3Action =
  | 's3:AbortMultipartUpload'
  | 's3:DeleteObject'
  | 's3:DeleteObjectVersion'
  | 's3:GetObject'
  | 's3:GetObjectVersion'
  | 's3:ListBucket'
  | 's3:ListBucketVersions'
  | 's3:PutObject';

export interface AccessRequest {
  action: S3Action;
  bucket: string;
  /** Absent where the action is about the bucket. */
  key?: string;
  accessKeyId: string;
}

/** Decides like the policies of an account would. */
export type AccessPolicy = (request: AccessRequest) => boolean;

export interface Caller {
  accessKeyId: string;
  region: string;
}

/** Who signed the request. The signature itself is not verified. Throws `AccessDenied` where nobody did. */
export function readCaller(authorization: string | undefined): Caller {
  if (authorization === undefined) throw new S3Error('AccessDenied');
  const [, accessKeyId, region] = /^AWS4-HMAC-SHA256 Credential=([^/\s]+)\/\d{8}\/([^/\s]+)\/s3\/aws4_request,/.exec(authorization) ?? [];
  if (accessKeyId === undefined || region === undefined) throw new S3Error('AuthorizationHeaderMalformed');
  return { accessKeyId, region };
}
