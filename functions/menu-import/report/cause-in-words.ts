import type { NotAttemptedCause } from '../klikit/write-outcome.ts';

/** Why something was not attempted, as a part of a sentence. */
export const causeInWords: Readonly<Record<NotAttemptedCause, string>> = {
  klikit_rate_limited: 'klikit was too busy',
  klikit_unreachable: 'klikit could not be reached',
  klikit_credentials_rejected: 'klikit did not accept the credentials',
  klikit_access_forbidden: 'klikit does not allow it with these credentials',
  import_stopped: 'the workbook was gone, or the import was stopped',
};
