/** What can become of a row. */
export const rowStatuses = ['created', 'unchanged', 'changed', 'failed', 'skipped', 'not_attempted', 'unknown'] as const;
/** What can become of the link of an option to its group. */
export const linkStatuses = ['linked', 'already_linked', 'failed', 'not_attempted', 'unknown'] as const;

export type RowStatus = (typeof rowStatuses)[number];
export type LinkStatus = (typeof linkStatuses)[number];

/** What a restaurant owner calls what became of a row. */
export const statusWords: Readonly<Record<RowStatus, string>> = {
  created: 'In klikit now',
  unchanged: 'Was in klikit',
  changed: 'Differs from klikit',
  failed: 'Not in klikit',
  skipped: 'No menu row',
  not_attempted: 'Not sent yet',
  unknown: 'Not known',
};

/** The same of a link. */
export const linkWords: Readonly<Record<LinkStatus, string>> = {
  linked: 'Linked to its group',
  already_linked: 'Was linked to its group',
  failed: 'Not linked to its group',
  not_attempted: 'Link not sent yet',
  unknown: 'Link not known',
};
