import type { CreateOutcome, LinkOutcome } from '../apply/apply-plan.ts';
import type { Finding } from '../issues/finding.ts';
import type { Issue } from '../issues/issue.ts';
import { makeIssue } from '../issues/make-issue.ts';
import type { NotAttemptedCause } from '../klikit/write-outcome.ts';
import type { MenuEntry, ParsedRow } from '../menu/menu.ts';
import type { BlockedRow } from '../menu/plan.ts';
import type { Recognition } from '../menu/recognize-entries.ts';
import { columnNumber } from '../workbook/column-letter.ts';
import type { ReportLink, ReportRow } from './report-schema.ts';

/** Everything that was found out about one row that could be imported. */
export interface EntryFate {
  recognition: Recognition;
  blocked?: BlockedRow;
  create?: CreateOutcome;
  link?: LinkOutcome;
  /** The id of its group, wherever it is known. */
  groupId?: number;
}

/** One row of the report. `fate` is asked for rows that could be imported only. */
export function reportRow(parsed: ParsedRow, fate: (entry: MenuEntry) => EntryFate): ReportRow {
  switch (parsed.outcome) {
    case 'skipped':
      return { ...parsed.place, status: 'skipped', requestIds: [], skippedBecause: parsed.because, issues: [] };
    case 'failed': {
      const { place, kind, key, title, issues } = parsed;
      const known = { ...(kind && { kind }), ...(key === undefined ? {} : { key }), ...(title === undefined ? {} : { title }) };
      return { ...place, status: 'failed', ...known, requestIds: [], issues };
    }
    case 'entry':
      return entryRow(parsed.entry, parsed.issues, fate(parsed.entry));
  }
}

function entryRow(entry: MenuEntry, warnings: readonly Issue[], fate: EntryFate): ReportRow {
  const { sheet, row, kind, key, title } = entry;
  const issues = [...warnings];
  const complain = (finding: Finding, place: { column?: number; value?: string } = {}) =>
    issues.push(makeIssue(finding, { sheet, row, ...place }));
  const groupCell = entry.link && { column: columnNumber(entry.link.cell.column), value: entry.link.cell.value };

  const { recognition, blocked, create, link } = fate;
  const own = { sheet, row, kind, key, title, requestIds: create?.requestIds ?? [], issues };
  const klikitId = 'klikitId' in recognition ? recognition.klikitId : create?.outcome === 'done' ? create.value.id : undefined;
  const identified = klikitId === undefined ? own : { ...own, klikitId };

  if (blocked !== undefined) {
    const aboutGroup = ['group_not_found', 'group_ambiguous', 'menu_tree_unreadable'].includes(blocked.finding.code);
    complain(blocked.finding, aboutGroup ? groupCell : {});
    const because = blocked.status === 'not_attempted' ? { notAttemptedBecause: blocked.finding.code } : {};
    return { ...identified, status: blocked.status, ...because };
  }
  if (recognition.state === 'conflict') throw new Error(`a row with a conflict was not blocked: ${sheet}!${row}`);
  if (recognition.state === 'in_doubt') {
    complain({ code: 'klikit_unknown' });
    return { ...identified, status: 'unknown' };
  }

  const linkOf = reportLink(entry, fate);
  const withLink = linkOf === undefined ? identified : { ...identified, link: linkOf };
  const linkFinding = link && findingOfLink(link, linkOf);
  const finish = (result: ReportRow): ReportRow => {
    if (linkFinding !== undefined) complain(linkFinding, groupCell);
    return result;
  };

  if (recognition.state === 'unchanged') return finish({ ...withLink, status: 'unchanged' });
  if (recognition.state === 'changed') {
    complain({ code: 'content_changed' });
    return finish({ ...withLink, status: 'changed', changes: recognition.changes });
  }
  if (create === undefined) throw new Error(`a new row was neither blocked nor sent: ${sheet}!${row}`);
  switch (create.outcome) {
    case 'done':
      return finish({ ...withLink, status: 'created' });
    case 'refused':
      complain({ code: 'klikit_refused', params: { answer: create.message } });
      return finish({ ...withLink, status: 'failed' });
    case 'unknown':
      complain({ code: create.reason === 'idempotency_conflict' ? 'klikit_idempotency_conflict' : 'klikit_unknown' });
      return finish({ ...withLink, status: 'unknown' });
    case 'not_attempted':
      complain({ code: create.cause });
      return finish({ ...withLink, status: 'not_attempted', notAttemptedBecause: create.cause });
  }
}

function reportLink(entry: MenuEntry, { recognition, link, groupId }: EntryFate): ReportLink | undefined {
  if (entry.link === undefined) return undefined;
  const named = entry.link.group;
  const group = {
    ...('id' in named ? { groupId: named.id } : { ...(groupId === undefined ? {} : { groupId }), groupTitle: named.title }),
  };
  if (link !== undefined) return { ...group, status: linkStatus(link), requestIds: link.requestIds };
  const earlier = 'entity' in recognition ? recognition.entity.links[0] : undefined;
  if (earlier === undefined) return { ...group, status: 'not_attempted', requestIds: [] };
  return { ...group, groupId: earlier.groupId, status: earlier.certain ? 'already_linked' : 'unknown', requestIds: [] };
}

function linkStatus(link: LinkOutcome): ReportLink['status'] {
  switch (link.outcome) {
    case 'done':
      return 'linked';
    case 'refused':
      return 'failed';
    case 'unknown':
      return 'unknown';
    case 'not_attempted':
    case 'waits_for_option':
      return 'not_attempted';
  }
}

function findingOfLink(link: LinkOutcome, { groupId = 0, groupTitle }: Partial<ReportLink> = {}): Finding | undefined {
  const group = groupTitle === undefined ? `${groupId}` : `"${groupTitle}"`;
  switch (link.outcome) {
    case 'done':
      return undefined;
    case 'refused':
      return { code: 'group_link_refused', params: { group, answer: link.message } };
    case 'unknown':
      return { code: 'group_link_unknown', params: { group } };
    case 'waits_for_option':
      return { code: 'group_link_waits', params: { group } };
    case 'not_attempted':
      return { code: 'group_link_not_attempted', params: { group, because: causes[link.cause] } };
  }
}

const causes: Record<NotAttemptedCause, string> = {
  klikit_rate_limited: 'klikit was too busy',
  klikit_unreachable: 'klikit could not be reached',
  klikit_credentials_rejected: 'klikit did not accept the credentials',
  klikit_access_forbidden: 'klikit does not allow it with these credentials',
  import_stopped: 'the import stopped before',
};
