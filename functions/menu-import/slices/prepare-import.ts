import { fetchSource } from '../fetch-source.ts';
import type { ImportPorts } from '../import-ports.ts';
import type { Issue } from '../issues/issue.ts';
import { makeIssue } from '../issues/make-issue.ts';
import type { Credentials } from '../klikit/credentials.ts';
import { CredentialsUnavailable } from '../klikit/read-credentials.ts';
import type { Closed, StopCause } from '../ledger/fact.ts';
import type { ImportState, LedgerState } from '../ledger/ledger-state.ts';
import { isOlderSource, sourceVersionOf } from '../ledger/newer-source.ts';
import { type MenuRead, readMenu } from '../read-menu.ts';

/** So many attempts in a row may break off before anything was decided; then the file is to blame, and the merchant's next upload has its turn. */
const mostFruitlessClaims = 10;
/** A secret that cannot be used in the middle of an import is looked at again so often. */
const secretPauseMs = 30_000;

/** Everything that must be there before the first call, or why there is none in this slice. */
export type Preparation =
  | { kind: 'ready'; source: Closed['source']; read: MenuRead; credentials: Credentials }
  | { kind: 'refuse'; source: Closed['source']; refusal: Issue }
  | { kind: 'stop'; source: Closed['source']; because: StopCause }
  | { kind: 'pause'; resumeAtMs: number; pausedMs: number };

/** Reads the file, the menu in it and the merchant's secret. Faults of our own surroundings are thrown. */
export async function prepareImport(run: ImportState, ledger: LedgerState, ports: ImportPorts): Promise<Preparation> {
  // Once something was sent there is something to report, which no refusal may hide.
  const isUntouched = run.writes.size === 0 && run.sent.calls === 0;
  if (isUntouched && run.fruitlessClaims > mostFruitlessClaims) {
    const refusal = makeIssue({ code: 'import_failed', params: { attempts: mostFruitlessClaims } });
    return { kind: 'refuse', source: { sha256: '', bytes: 0 }, refusal };
  }
  // Asked for while the file is read. Whether it can be had counts only where there is a menu to send.
  const credentials = ports.readCredentials(run.request.merchant);
  credentials.catch(() => undefined);
  const fetched = await fetchSource(run.request, ports.uploads);
  const source = fetched.about;
  if ('refusal' in fetched) {
    return isUntouched ? { kind: 'refuse', source, refusal: fetched.refusal } : { kind: 'stop', source, because: 'import_stopped' };
  }
  if (isUntouched && isSuperseded(run, ledger, source)) return { kind: 'refuse', source, refusal: makeIssue({ code: 'superseded' }) };
  const read = await readMenu(fetched.bytes, ports);
  if ('refusal' in read) return { kind: 'refuse', source, refusal: read.refusal };
  try {
    return { kind: 'ready', source, read, credentials: await credentials };
  } catch (error) {
    if (!(error instanceof CredentialsUnavailable)) throw error;
    const { code, secretName } = error;
    if (isUntouched) return { kind: 'refuse', source, refusal: makeIssue({ code, params: { secret: secretName } }) };
    // It was there when the import began: it is being replaced.
    const pausedMs = run.pausedMs + secretPauseMs;
    if (pausedMs > ports.settings.maxPauseSeconds * 1_000) return { kind: 'stop', source, because: 'klikit_credentials_rejected' };
    return { kind: 'pause', resumeAtMs: ports.now().getTime() + secretPauseMs, pausedMs };
  }
}

/** Whether a newer version of the same key was imported before this one had its turn. */
function isSuperseded({ request }: ImportState, { newest }: LedgerState, { lastModified }: Closed['source']): boolean {
  const known = newest.get(request.key);
  return known !== undefined && isOlderSource(sourceVersionOf(request, lastModified), known);
}
