import { timingSafeEqual } from 'node:crypto';
import type { ErrorKind } from './answers.ts';

/** What is wrong with an Authorization header; `undefined` where it is right. Contract: Credentials. */
export function credentialFault(header: string | undefined, credentials: Readonly<Record<string, string>>): ErrorKind | undefined {
  const encoded = /^Basic ([A-Za-z0-9+/=]+)$/.exec(header ?? '')?.[1];
  if (encoded === undefined) return 'auth_missing';
  const pair = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = pair.indexOf(':');
  const [partnerKey, secretKey] = [pair.slice(0, colon), pair.slice(colon + 1)];
  const expected = Object.hasOwn(credentials, partnerKey) ? credentials[partnerKey] : undefined;
  return expected !== undefined && sameText(expected, secretKey) ? undefined : 'auth_invalid_credential';
}

function sameText(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}
