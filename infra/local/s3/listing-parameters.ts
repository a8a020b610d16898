import { S3Error } from './s3-error.ts';
import { urlEncodeKey } from './url-encode-key.ts';

const mostKeysAPage = 1000;

/** What both listings are asked for. */
export interface ListingParameters {
  prefix: string;
  delimiter: string;
  maxKeys: number;
  encodingType: string | undefined;
  /** Writes a key, prefix or marker the way the client wants it. */
  encode: (key: string) => string;
}

/** Throws `InvalidArgument`. */
export function readListingParameters(query: URLSearchParams): ListingParameters {
  const maxKeys = query.get('max-keys') ?? String(mostKeysAPage);
  if (!/^\d{1,9}$/.test(maxKeys)) throw new S3Error('InvalidArgument', { message: 'max-keys must be a whole number, 0 or more.' });
  const encodingType = query.get('encoding-type') ?? undefined;
  if (encodingType !== undefined && encodingType !== 'url') throw new S3Error('InvalidArgument', { message: 'encoding-type must be url.' });
  return {
    prefix: query.get('prefix') ?? '',
    delimiter: query.get('delimiter') ?? '',
    maxKeys: Math.min(Number(maxKeys), mostKeysAPage),
    encodingType,
    encode: encodingType === undefined ? (key) => key : urlEncodeKey,
  };
}
