import type { Issue } from '../issues/issue.ts';
import type { Report } from './report-schema.ts';

/** What many cells are told for the same cause. */
export interface IssueGroup {
  code: string;
  severity: Issue['severity'];
  /** The first of them, which stands for the others. */
  example: Issue;
  /** Rows that have it; 0 where it is about the file as a whole. */
  rows: number;
  /** Where it was found, in the order of the file. */
  places: string[];
}

/** Issues by their cause: errors before warnings, what is about the file first, then what most rows have. */
export function groupIssues({ issues, rows }: Pick<Report, 'issues' | 'rows'>): IssueGroup[] {
  const ofFile = issues.map((issue): IssueGroup => ({ ...shared(issue), rows: 0, places: placeOf(issue) }));
  const byCode = Map.groupBy(
    rows.flatMap((row) => row.issues.map((issue) => ({ issue, row }))),
    ({ issue }) => `${issue.severity} ${issue.code}`,
  );
  const ofRows = [...byCode.values()].flatMap((all): IssueGroup[] => {
    const [first] = all;
    if (first === undefined) return [];
    const places = all.flatMap(({ issue }) => placeOf(issue));
    return [{ ...shared(first.issue), rows: new Set(all.map(({ row }) => row)).size, places }];
  });
  const inOrder = [...ofFile, ...ofRows.toSorted((one, other) => other.rows - one.rows)];
  return [...inOrder.filter(({ severity }) => severity === 'error'), ...inOrder.filter(({ severity }) => severity === 'warning')];
}

function shared(issue: Issue): Pick<IssueGroup, 'code' | 'severity' | 'example'> {
  return { code: issue.code, severity: issue.severity, example: issue };
}

function placeOf({ sheet, cell, row }: Issue): string[] {
  const inSheet = cell ?? (row === undefined ? undefined : `row ${row}`);
  const place = [sheet, inSheet].filter((part) => part !== undefined).join(' ');
  return place === '' ? [] : [place];
}
