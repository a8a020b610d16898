/** What can become of a row. */
export const rowStatuses = ['created', 'unchanged', 'changed', 'failed', 'skipped', 'not_attempted', 'unknown'] as const;
/** What can become of the link of an option to its group. */
export const linkStatuses = ['linked', 'already_linked', 'failed', 'not_attempted', 'unknown'] as const;

export type RowStatus = (typeof rowStatuses)[number];
export type LinkStatus = (typeof linkStatuses)[number];
