import type { Period } from './period.ts';

/** Where the reports lie. */
export interface ReportPlace {
  /** On AWS. */
  bucket?: string;
  /** On this machine; wins over a bucket of the environment. */
  state?: string;
  /** Of what lies on this machine, what went to this klikit. Default: the sandbox. */
  api?: string;
}

export const reportFormats = ['json', 'html', 'xlsx', 'csv'] as const;

export type ReportFormat = (typeof reportFormats)[number];

interface Common {
  place: ReportPlace;
  json: boolean;
}

export interface ListCommand extends Common {
  action: 'list';
  merchant?: string;
  period: Period;
}

export interface GetCommand extends Common {
  action: 'get';
  /** An id, its beginning, or `latest`. */
  importId: string;
  merchant?: string;
  format?: ReportFormat;
  out?: string;
}

export interface FindCommand extends Common {
  action: 'find';
  text: string;
  merchant?: string;
  period: Period;
}

export interface SummaryCommand extends Common {
  action: 'summary';
  period: Period;
}

export type ReportCommand = { action: 'help' } | ListCommand | GetCommand | FindCommand | SummaryCommand;
