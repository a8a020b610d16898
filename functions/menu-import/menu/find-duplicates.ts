import type { Finding, FindingParam } from '../issues/finding.ts';
import { makeIssue } from '../issues/make-issue.ts';
import { nameSome } from '../issues/name-some.ts';
import { groupSuffix } from './entry-key.ts';
import type { MenuEntry, ParsedRow, RowPlace } from './menu.ts';
import { identityText } from './values/identity.ts';

/**
 * Fails every row that shares an identity with another row of the file, each naming the others. Two rows with the same
 * title are two dishes only where both have a SKU of their own.
 */
export function failDuplicates(rows: readonly ParsedRow[]): ParsedRow[] {
  const rivals = findRivals(rows.flatMap((row) => (row.outcome === 'entry' ? [row.entry] : [])));
  return rows.map((row) => {
    const rival = row.outcome === 'entry' ? rivals.get(row.entry) : undefined;
    return row.outcome === 'entry' && rival !== undefined ? failed(row.entry, row.issues, rival) : row;
  });
}

/** What several rows have in common that tells entries apart, and what to do about it, as parts of sentences. */
interface SharedIdentity {
  identity: FindingParam;
  remedy: FindingParam;
}

/** Who shares an identity with a row, and which. */
interface Rivals extends SharedIdentity {
  others: Set<MenuEntry>;
}

/** Every row that shares an identity with another one. */
export function findRivals(entries: readonly MenuEntry[]): Map<MenuEntry, Rivals> {
  const rivals = new Map<MenuEntry, Rivals>();
  for (const { sharing, ...shared } of sharedIdentities(entries)) {
    for (const entry of sharing) {
      const known = rivals.get(entry) ?? { ...shared, others: new Set<MenuEntry>() };
      for (const other of sharing) if (other !== entry) known.others.add(other);
      rivals.set(entry, known);
    }
  }
  return rivals;
}

/** What is said of a row that shares an identity. */
export function duplicateFinding({ sheet }: MenuEntry, { identity, remedy, others }: Rivals): Finding {
  const named = [...others].map((other) => nameRow(other, sheet));
  return { code: 'duplicate_row', params: { others: nameSome(named, mostNamed), identity, remedy } };
}

/** How a row is called, to somebody who looks at a sheet. */
export function nameRow({ sheet, row }: RowPlace, shown?: string): FindingParam {
  return sheet === shown ? { phrase: 'row', params: { row } } : { phrase: 'row_of_sheet', params: { row, sheet } };
}

const giveSkus = { phrase: 'give_skus' } as const;

function* sharedIdentities(entries: readonly MenuEntry[]): Generator<SharedIdentity & { sharing: MenuEntry[] }> {
  const within = (entry: MenuEntry) => `${entry.kind}${groupSuffix(entry.link?.group)}`;
  const byId = Map.groupBy(entries, ({ klikitId }) => klikitId);
  for (const [klikitId, sharing] of byId) {
    if (klikitId !== undefined && sharing.length > 1) {
      yield { identity: { phrase: 'share_klikit_id', params: { id: klikitId } }, remedy: { phrase: 'keep_one_klikit_id' }, sharing };
    }
  }
  const bySku = Map.groupBy(entries, (entry) =>
    entry.content.sku === undefined ? undefined : `${within(entry)}|${identityText(entry.content.sku)}`,
  );
  for (const [key, sharing] of bySku) {
    const sku = sharing[0]?.content.sku ?? '';
    if (key !== undefined && sharing.length > 1) yield { identity: { phrase: 'share_sku', params: { sku } }, remedy: giveSkus, sharing };
  }
  const byTitle = Map.groupBy(entries, (entry) => `${within(entry)}|${identityText(entry.title)}`);
  for (const sharing of byTitle.values()) {
    if (sharing.length > 1 && sharing.some(({ content }) => content.sku === undefined)) {
      const title = sharing[0]?.title ?? '';
      yield { identity: { phrase: 'share_title', params: { title } }, remedy: giveSkus, sharing };
    }
  }
}

/** Enough to find them; a column that was copied down would name thousands. */
const mostNamed = 10;

function failed(entry: MenuEntry, warnings: ParsedRowIssues, rivals: Rivals): ParsedRow {
  const { sheet, row, kind, key, title, klikitId, content, link } = entry;
  const issue = makeIssue(duplicateFinding(entry, rivals), { sheet, row });
  const identity = {
    ...(klikitId === undefined ? {} : { klikitId }),
    ...(content.sku === undefined ? {} : { sku: content.sku }),
    ...(link === undefined ? {} : { group: link.group }),
  };
  return { outcome: 'failed', place: { sheet, row }, kind, key, title, identity, issues: [...warnings, issue] };
}

type ParsedRowIssues = Extract<ParsedRow, { outcome: 'entry' }>['issues'];
