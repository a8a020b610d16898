export type AcceptedAdvisory = {
  /** `GHSA-…`, as the advisory's address ends. */
  id: string;
  package: string;
  /** Why it does no harm here. */
  reason: string;
  /** The last day, as 2027-05-31. After it the advisory counts again: a reason that was true may no longer be. */
  until: string;
};

const xlsxReason =
  'Benchmarks and one test read workbooks with it that this project has chosen; it is never deployed. No version without it is in the npm registry.';

/** Advisories that were looked at. */
export const acceptedAdvisories: readonly AcceptedAdvisory[] = [
  { id: 'GHSA-4r6h-8v6p-xvw6', package: 'xlsx', reason: xlsxReason, until: '2027-05-31' },
  { id: 'GHSA-5pgg-2g8v-p4x9', package: 'xlsx', reason: xlsxReason, until: '2027-05-31' },
];
