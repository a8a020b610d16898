import { apiBase } from '../api-url.ts';
import type { Credentials } from '../credentials.ts';
import type { LearntPace } from './learnt-pace.ts';
import { Pacing } from './pacing.ts';

/** The pace of each credential for as long as a process lives: klikit's cap is per credential, whoever imports. */
export class PaceMemory {
  readonly #maxConcurrency: number;
  readonly #paces = new Map<string, Pacing>();

  /** `maxConcurrency`: calls that may ever fly at once with one credential. */
  constructor(maxConcurrency: number) {
    this.#maxConcurrency = maxConcurrency;
  }

  /** `learnt`: what another process knew, for credentials that this one has not used yet. */
  of(apiUrl: string, credentials: Credentials, learnt?: LearntPace): Pacing {
    const key = `${apiBase(apiUrl).href} ${credentials.fingerprint()}`;
    const known = this.#paces.get(key) ?? new Pacing(this.#maxConcurrency, learnt);
    this.#paces.set(key, known);
    return known;
  }
}
