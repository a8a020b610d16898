import type { ImportPorts } from '../import-ports.ts';
import { createKlikitClient, type KlikitClient } from '../klikit/client.ts';
import type { Credentials } from '../klikit/credentials.ts';
import type { Pacing } from '../klikit/pacing/pacing.ts';
import type { ImportWriter } from '../ledger/import-writer.ts';

/** A longer pause is not slept through, because a function that sleeps is paid for: the slice ends instead. */
const longestPauseMs = 5_000;

/** A client for one slice: it stops at the slice's end, and goes on with the pauses that were counted before. */
export function connectKlikit(
  credentials: Credentials,
  pacing: Pacing,
  writer: ImportWriter,
  ports: ImportPorts,
  endsAt: Date,
): KlikitClient {
  const { apiUrl, requestTimeoutMs, maxPauseSeconds, inDoubt } = ports.settings;
  const { merchant } = writer.state.request;
  return createKlikitClient({
    apiUrl,
    credentials,
    rereadCredentials: () => ports.readCredentials(merchant),
    fetch: ports.fetch,
    now: ports.now,
    sleep: ports.sleep,
    random: ports.random,
    permit: writer,
    resends: inDoubt === 'resend',
    skuField: ports.wireNames.sku,
    requestTimeoutMs,
    maxPauseSeconds,
    pacing,
    slice: { pausedMs: writer.state.pausedMs, endsAt, longestPauseMs },
    ...(ports.onCall === undefined ? {} : { onCall: ports.onCall }),
  });
}
