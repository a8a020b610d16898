import { createHash, timingSafeEqual } from 'node:crypto';
import type { ErrorKind } from './answers.ts';

/** Who calls, by an Authorization header, or what is wrong with it. Contract: Credentials. */
export function checkCredentials(
  header: string | undefined,
  credentials: Readonly<Record<string, string>>,
): { partnerKey: string } | { fault: ErrorKind } {
  const encoded = /^Basic +([A-Za-z0-9+/]+={0,2})$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return { fault: 'auth_missing' };
  const pair = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = pair.indexOf(':');
  if (colon < 0) return { fault: 'auth_missing' };
  const [partnerKey, secretKey] = [pair.slice(0, colon), pair.slice(colon + 1)];
  const expected = Object.hasOwn(credentials, partnerKey) ? credentials[partnerKey] : undefined;
  return expected !== undefined && isSameText(expected, secretKey) ? { partnerKey } : { fault: 'auth_invalid_credential' };
}

function isSameText(expected: string, given: string): boolean {
  const [left, right] = [expected, given].map((text) => createHash('sha256').update(text).digest());
  return left !== undefined && right !== undefined && timingSafeEqual(left, right);
}
