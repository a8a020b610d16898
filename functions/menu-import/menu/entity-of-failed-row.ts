import type { IdentityIndex } from './identity-index.ts';
import type { KnownEntity } from './known-entity.ts';
import type { ParsedRow } from './menu.ts';
import { identityText } from './values/identity.ts';

/** What an earlier import made of a row that cannot be imported as it is now, as far as the row still says who it is. */
export function entityOfFailedRow(row: Extract<ParsedRow, { outcome: 'failed' }>, index: IdentityIndex): KnownEntity | undefined {
  const { kind, title, identity = {} } = row;
  const { klikitId, sku, group } = identity;
  if (kind === undefined) return undefined;
  const byId = klikitId === undefined ? undefined : index.byKlikitId(kind, klikitId);
  const bySku = sku === undefined ? undefined : index.bySku(kind, sku, group);
  const [byTitle] = title === undefined || sku !== undefined ? [] : index.byTitle(kind, identityText(title), group);
  return byId ?? bySku ?? byTitle;
}
