import type { Environment } from './environment.ts';
import type { ImportSettings } from './import-ports.ts';

/** How an import behaves towards klikit and towards other imports. */
export function importSettings(environment: Environment): ImportSettings {
  const { MAX_CONCURRENCY: maxConcurrency, IN_DOUBT: inDoubt, CHUNK_SIZE: chunkSize } = environment;
  return {
    apiUrl: environment.KLIKIT_API_URL,
    maxConcurrency,
    requestTimeoutMs: environment.REQUEST_TIMEOUT_MS,
    maxPauseSeconds: environment.MAX_PAUSE_SECONDS,
    inDoubt,
    // Whatever a crash leaves named and unanswered is `unknown` where nothing is sent twice, so little is named ahead there.
    chunkSize: inDoubt === 'report' ? Math.min(chunkSize, maxConcurrency) : chunkSize,
    sendWindowMs: environment.SEND_WINDOW_MS,
    clockMarginMs: environment.CLOCK_MARGIN_MS,
  };
}
