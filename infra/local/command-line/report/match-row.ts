import type { ReportRow } from '../../../../functions/menu-import/report/report-schema.ts';

/** What of a row was searched for. */
export type MatchedBy = 'request id' | 'request id of the link' | 'SKU' | 'klikit id' | 'key';

/** By what a row is found: nothing, or one thing or more. SKUs and keys count without regard to case. */
export function matchRow(row: ReportRow, text: string): MatchedBy[] {
  const matches: Record<MatchedBy, boolean> = {
    'request id': row.requestIds.includes(text),
    'request id of the link': row.link?.requestIds.includes(text) ?? false,
    SKU: isSkuOf(row, text),
    'klikit id': row.klikitId !== undefined && String(row.klikitId) === text,
    key: row.key !== undefined && withoutCase(row.key) === withoutCase(text),
  };
  return (Object.keys(matches) as MatchedBy[]).filter((by) => matches[by]);
}

/** Whether a report can have such a row, as far as its text tells: much less work than to read it. */
export function mayHold(reportText: string, text: string): boolean {
  return withoutCase(reportText).includes(withoutCase(JSON.stringify(text).slice(1, -1)));
}

/** Reports of old have it in the key only, `sku:A1`; of an option `sku:A1@2101`, where `@` may be part of the SKU as well. */
function isSkuOf({ sku: own, key, kind }: ReportRow, sku: string): boolean {
  if (own !== undefined) return withoutCase(own) === withoutCase(sku);
  if (key === undefined) return false;
  const [known, searched] = [withoutCase(key), withoutCase(`sku:${sku}`)];
  return known === searched || (kind === 'modifier_option' && known.startsWith(`${searched}@`));
}

/** Large letters, because the small form of some letters hangs on their neighbours. */
function withoutCase(text: string): string {
  return text.toUpperCase();
}
