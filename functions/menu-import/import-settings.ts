import type { Environment } from './environment.ts';
import type { ImportSettings } from './import-ports.ts';

/** Where nothing is sent twice, whatever a crash leaves named and unanswered is `unknown`, so little is named ahead there. */
const carefulChunk = 8;

/** How an import behaves towards klikit and towards other imports. */
export function importSettings(environment: Environment): ImportSettings {
  const { MAX_CONCURRENCY: maxConcurrency, IN_DOUBT: inDoubt, CHUNK_SIZE } = environment;
  const chunkSize = inDoubt === 'report' ? Math.min(CHUNK_SIZE, carefulChunk, maxConcurrency) : CHUNK_SIZE;
  return {
    apiUrl: environment.KLIKIT_API_URL,
    maxConcurrency,
    requestTimeoutMs: environment.REQUEST_TIMEOUT_MS,
    maxPauseSeconds: environment.MAX_PAUSE_SECONDS,
    inDoubt,
    chunkSize,
    // As many as may fly, and as many again as a chunk holds, so that there is always something to send while the ledger is written.
    mostOpen: inDoubt === 'report' ? Math.ceil(chunkSize / 2) : maxConcurrency + chunkSize,
    sendWindowMs: environment.SEND_WINDOW_MS,
    clockMarginMs: environment.CLOCK_MARGIN_MS,
  };
}
