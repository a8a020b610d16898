import type { CreateOutcome, LinkOutcome } from '../apply/outcomes-in-log.ts';
import type { Finding } from '../issues/finding.ts';
import type { Issue } from '../issues/issue.ts';
import { makeIssue } from '../issues/make-issue.ts';
import { groupField } from '../menu/compare-placement.ts';
import type { KnownEntity } from '../menu/known-entity.ts';
import type { MenuEntry, ParsedRow } from '../menu/menu.ts';
import type { BlockedRow } from '../menu/plan.ts';
import type { Recognition } from '../menu/recognize-entries.ts';
import { parseReference } from '../workbook/cell-address.ts';
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

/** One row of the report. `fate` is asked for rows that could be imported only; `earlier` is what a failed row was when it was imported. */
export function reportRow(parsed: ParsedRow, fate: (entry: MenuEntry) => EntryFate, earlier?: KnownEntity): ReportRow {
  switch (parsed.outcome) {
    case 'skipped':
      return { ...parsed.place, status: 'skipped', requestIds: [], skippedBecause: parsed.because, issues: [] };
    case 'failed': {
      const { place, kind, key, title, issues } = parsed;
      const known = {
        ...(kind && { kind }),
        ...(key === undefined ? {} : { key }),
        ...(title === undefined ? {} : { title }),
        ...(earlier?.klikitId === undefined ? {} : { klikitId: earlier.klikitId }),
      };
      return { ...place, status: 'failed', ...known, requestIds: [], issues };
    }
    case 'entry':
      return entryRow(parsed.entry, parsed.issues, fate(parsed.entry));
  }
}

function entryRow(entry: MenuEntry, warnings: readonly Issue[], fate: EntryFate): ReportRow {
  const { sheet, row, kind, key, title } = entry;
  const link = reportLink(entry, fate);
  const verdict = rowVerdict(fate);
  const linkFinding = fate.link === undefined ? undefined : findingOfLink(fate.link, link);
  const findings = [verdict.finding, linkFinding].filter((finding) => finding !== undefined);
  const klikitId = knownId(fate);
  return {
    sheet,
    row,
    status: verdict.status,
    kind,
    key,
    title,
    ...(entry.content.sku === undefined ? {} : { sku: entry.content.sku }),
    ...(klikitId === undefined ? {} : { klikitId }),
    requestIds: requestIdsOf(fate),
    ...(link === undefined ? {} : { link }),
    ...(fate.recognition.state === 'changed' ? { changes: fate.recognition.changes } : {}),
    ...(verdict.status === 'not_attempted' && verdict.finding !== undefined ? { notAttemptedBecause: verdict.finding.code } : {}),
    issues: [...warnings, ...findings.map((finding) => makeIssue(finding, { sheet, row, ...placeOf(finding, entry) }))],
  };
}

interface Verdict {
  status: ReportRow['status'];
  finding?: Finding;
}

function rowVerdict({ recognition, blocked, create }: EntryFate): Verdict {
  if (blocked !== undefined) return { status: blocked.status, finding: blocked.finding };
  switch (recognition.state) {
    case 'unchanged':
      return { status: 'unchanged' };
    case 'changed':
      return { status: 'changed', finding: { code: 'content_changed' } };
    case 'in_doubt':
      return { status: 'unknown', finding: { code: 'klikit_unknown' } };
    case 'conflict':
      throw new Error('a row with a conflict was not blocked');
    case 'new':
      if (create === undefined) throw new Error('a new row was neither blocked nor sent');
      return createVerdict(create);
  }
}

function createVerdict(create: CreateOutcome): Verdict {
  switch (create.outcome) {
    case 'done':
      return { status: 'created' };
    case 'refused':
      return { status: 'failed', finding: { code: 'klikit_refused', params: { answer: create.message } } };
    case 'unknown':
      return {
        status: 'unknown',
        finding: { code: create.reason === 'idempotency_conflict' ? 'klikit_idempotency_conflict' : 'klikit_unknown' },
      };
    case 'not_attempted':
      return { status: 'not_attempted', finding: { code: create.cause } };
  }
}

/** Those of a doubt are in every report, because that is what klikit is asked by. */
function requestIdsOf({ recognition, create }: EntryFate): string[] {
  if (create !== undefined) return create.requestIds;
  return recognition.state === 'in_doubt' ? [...(recognition.entity.requestIds ?? [])] : [];
}

function knownId({ recognition, create }: EntryFate): number | undefined {
  if ('klikitId' in recognition) return recognition.klikitId;
  // A row that contradicts itself is told only what is beyond doubt.
  if (recognition.state === 'conflict') return recognition.meant.length === 1 ? recognition.meant[0]?.klikitId : undefined;
  return create?.outcome === 'done' ? create.value.id : undefined;
}

/** What is said about a group or a klikit ID points at the cell that names it. */
function placeOf({ code }: Finding, { link, klikitIdCell }: MenuEntry): { row?: number; column?: number; value?: string } {
  const aboutGroup = code.startsWith('group_') || code === 'menu_tree_unreadable';
  const { address = '', value = '' } = (aboutGroup ? link?.cell : code === 'klikit_id_unknown' ? klikitIdCell : undefined) ?? {};
  // The cell may stand in a row above, where a block of options names its group once.
  const place = parseReference(address);
  return place === undefined ? {} : { ...place, value };
}

function reportLink(entry: MenuEntry, { recognition, blocked, link, groupId }: EntryFate): ReportLink | undefined {
  // A row whose group could not be found never came as far as a link.
  if (entry.link === undefined || blocked?.status === 'failed') return undefined;
  const named = entry.link.group;
  const group = 'id' in named ? { groupId: named.id } : { ...(groupId === undefined ? {} : { groupId }), groupTitle: named.title };
  if (link !== undefined) return { ...group, status: linkStatus(link), requestIds: link.requestIds };
  const earlier = 'entity' in recognition ? recognition.entity.links[0] : undefined;
  if (earlier === undefined) return { ...group, status: 'not_attempted', requestIds: [] };
  // Where the row names another group now, only the one that the option is in is told; the difference is among the changes.
  const isMoved = recognition.state === 'changed' && recognition.changes.some(({ field }) => field === groupField);
  return { ...(isMoved ? {} : group), groupId: earlier.groupId, status: earlier.certain ? 'already_linked' : 'unknown', requestIds: [] };
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
      return { code: 'group_link_not_attempted', params: { group, because: { phrase: `because_${link.cause}` } } };
  }
}
