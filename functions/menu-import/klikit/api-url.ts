import { isSafeOrigin } from '../environment.ts';

const base = '/v1/partner';

/** A klikit API is named by its origin or by its `/v1/partner` base. Throws where credentials would travel in the clear. */
export function apiBase(apiUrl: string): URL {
  const url = new URL(apiUrl);
  if (!isSafeOrigin(url)) throw new Error('klikit is only called over https, or on this machine');
  const path = url.pathname.replace(/\/+$/, '');
  if (path !== '' && path !== base) throw new Error(`the klikit API is named by its origin, or by its ${base} base`);
  return new URL(`${base}/`, url.origin);
}
