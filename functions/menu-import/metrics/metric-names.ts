/** Where the metrics are in CloudWatch. */
export const metricNamespace = 'KlikitMenuImport';

/** On every metric: the deployment that sent it, as several may share an account. */
export const stackDimension = 'stack';
/** Beside it, on `importMetrics.inTrouble` only: what each merchant sends costs by itself. */
export const merchantDimension = 'merchant';

/** Of each import, once its report is there. Zeros are sent, too, so that an alarm can tell silence from peace. */
export const importMetrics = {
  /** One of these four is 1, by the outcome of the report. */
  completed: 'ImportsCompleted',
  withIssues: 'ImportsWithIssues',
  refused: 'ImportsRefused',
  stopped: 'ImportsStopped',
  /** 1 where it was refused or stopped, or left something unknown; sent only then, for the stack and for the merchant. */
  inTrouble: 'ImportsInTrouble',
  rowsCreated: 'RowsCreated',
  rowsUnchanged: 'RowsUnchanged',
  rowsFailed: 'RowsFailed',
  rowsNotAttempted: 'RowsNotAttempted',
  /** Rows and links of which nobody knows whether klikit has them. */
  unknown: 'RowsOrLinksUnknown',
  /** From its first turn to its close, in seconds: pauses count, waiting behind another import does not. */
  seconds: 'ImportSeconds',
} as const;

/** Of each slice of an import: requests that were sent to klikit, and answers that refused them. */
export const callMetrics = {
  calls: 'KlikitCalls',
  /** 429 */
  throttled: 'KlikitThrottled',
  /** 401 and 403 */
  credentialsRefused: 'KlikitCredentialsRefused',
} as const;

/** Of each run of the sweep. */
export const sweepMetrics = {
  /** Age of the oldest upload without a report, in seconds; 0 where every upload has one. */
  oldestUnanswered: 'OldestUnansweredUploadSeconds',
  startedAgain: 'UploadsStartedAgain',
} as const;
