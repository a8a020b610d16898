import type { Issue } from '../issues/issue.ts';
import { fillTemplate } from '../words/fill-template.ts';
import { languageOf } from '../words/language.ts';
import { placeFragment } from './place-fragment.ts';
import type { Report } from './report-schema.ts';
import { reportWords } from './words/report-words.ts';

/** Where an issue was found. */
export interface NamedPlace {
  /** `Items C12`. */
  text: string;
  /** Of the page, where a row of the report stands there. */
  fragment?: string;
}

/** What many cells are told for the same cause. */
export interface IssueGroup {
  code: string;
  severity: Issue['severity'];
  /** The first of them, which stands for the others. */
  example: Issue;
  /** Rows that have it; 0 where it is about the file as a whole. */
  rows: number;
  /** In the order of the file. */
  places: NamedPlace[];
}

/** Issues by their cause: errors before warnings, what is about the file first, then what most rows have. */
export function groupIssues({ issues, rows, language }: Pick<Report, 'issues' | 'rows' | 'language'>): IssueGroup[] {
  const known = new Set(rows.map(({ sheet, row }) => `${sheet}!${row}`));
  const namePlaces = (issue: Issue, isOfRow: boolean) => {
    const text = nameOf(issue, language);
    const isKnown = isOfRow || known.has(`${issue.sheet}!${issue.row}`);
    return text === '' ? [] : [{ text, ...(isKnown ? { fragment: placeFragment(issue) } : {}) }];
  };
  const ofFile = issues.map((issue): IssueGroup => ({ ...shared(issue), rows: 0, places: namePlaces(issue, false) }));
  const byCode = Map.groupBy(
    rows.flatMap((row) => row.issues.map((issue) => ({ issue, row }))),
    ({ issue }) => `${issue.severity} ${issue.code}`,
  );
  const ofRows = [...byCode.values()].flatMap((all): IssueGroup[] => {
    const [first] = all;
    if (first === undefined) return [];
    const places = all.flatMap(({ issue }) => namePlaces(issue, true));
    return [{ ...shared(first.issue), rows: new Set(all.map(({ row }) => row)).size, places }];
  });
  const inOrder = [...ofFile, ...ofRows.toSorted((one, other) => other.rows - one.rows)];
  return [...inOrder.filter(({ severity }) => severity === 'error'), ...inOrder.filter(({ severity }) => severity === 'warning')];
}

function shared(issue: Issue): Pick<IssueGroup, 'code' | 'severity' | 'example'> {
  return { code: issue.code, severity: issue.severity, example: issue };
}

function nameOf({ sheet, cell, row }: Issue, language: string | undefined): string {
  const template = reportWords(language).row;
  const inSheet = cell ?? (row === undefined ? undefined : fillTemplate(template, { row }, languageOf(language)));
  return [sheet, inSheet].filter((part) => part !== undefined).join(' ');
}
