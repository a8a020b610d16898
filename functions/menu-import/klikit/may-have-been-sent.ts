/** What Node does before there is a connection to write to. */
const beforeConnecting = new Set(['connect', 'getaddrinfo']);
/**
 * Faults that only a connection which never came about can have: refused, not found, or a certificate that was turned down.
 * A code that an open connection can have too (EHOSTUNREACH, most of TLS) is not here: it counts by what was being done.
 */
const neverConnected =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_CERT_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

/** What a request meets on a connection that the other side has closed meanwhile. */
const connectionClosed = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);

/** Whether `fetch` rejected because the connection was closed, which is what the first request after a long silence finds. */
export function wasConnectionClosed(rejection: unknown): boolean {
  const cause = rejection instanceof Error ? rejection.cause : undefined;
  return cause instanceof Error && 'code' in cause && connectionClosed.has(String(cause.code));
}

/** Whether a request that `fetch` rejected with this may have reached klikit. Where it cannot be told, it may. */
export function mayHaveBeenSent(rejection: unknown): boolean {
  const cause = rejection instanceof Error ? rejection.cause : undefined;
  // Several addresses were tried: one fault for each of them.
  const faults: unknown[] = cause instanceof AggregateError ? cause.errors : [cause];
  return faults.length === 0 || !faults.every(isBeforeConnection);
}

function isBeforeConnection(fault: unknown): boolean {
  if (typeof fault !== 'object' || fault === null) return false;
  const { code, syscall, message } = fault as { code?: unknown; syscall?: unknown; message?: unknown };
  // What `fetch` says of ports that it calls for nobody, 9 among them; it has no code. Fetch standard: port blocking.
  if (message === 'bad port') return true;
  return beforeConnecting.has(String(syscall)) || neverConnected.test(String(code));
}
