import type { FindingParam } from '../issues/finding.ts';
import type { Issue } from '../issues/issue.ts';
import { makeIssue } from '../issues/make-issue.ts';
import { nameSome } from '../issues/name-some.ts';
import { entityOfFailedRow } from './entity-of-failed-row.ts';
import { indexIdentities } from './identity-index.ts';
import type { KnownEntity } from './known-entity.ts';
import type { ParsedMenu } from './menu.ts';
import type { RecognizedEntry } from './plan-import.ts';
import type { Recognition } from './recognize-entries.ts';

/** Enough to find them; a menu that was replaced would name hundreds. */
const mostNamed = 20;

/**
 * Names what an earlier upload of the same key brought into klikit and no row of this one means: rows that were removed, and
 * titles that were edited where nothing else told who the row is.
 */
export function vanishedEntries(menu: ParsedMenu, rows: readonly RecognizedEntry[], known: Iterable<KnownEntity>, key: string): Issue[] {
  const entities = [...known];
  const index = indexIdentities(entities);
  const meant = new Set<KnownEntity | undefined>([
    ...rows.flatMap(({ recognition }) => meantBy(recognition)),
    // A row that cannot be read right now is still there.
    ...menu.rows.map((row) => (row.outcome === 'failed' ? entityOfFailedRow(row, index) : undefined)),
  ]);
  const gone = entities.filter((entity) => entity.source?.key === key && !meant.has(entity));
  if (gone.length === 0) return [];
  const titles = nameSome(
    gone.map((entity) => nameOf(entity, menu.settings.language)),
    mostNamed,
  );
  return [makeIssue({ code: 'rows_gone', params: { count: gone.length, titles } })];
}

/** A row that contradicts itself is still there. */
function meantBy(recognition: Recognition): readonly KnownEntity[] {
  if (recognition.state === 'conflict') return recognition.meant;
  return 'entity' in recognition ? [recognition.entity] : [];
}

function nameOf({ content, klikitId }: KnownEntity, language: string): FindingParam {
  const title = content.title[language] ?? Object.values(content.title)[0] ?? '';
  if (klikitId === undefined) return { phrase: 'title_in_doubt', params: { title } };
  return { phrase: 'title_with_klikit_id', params: { title, id: klikitId } };
}
