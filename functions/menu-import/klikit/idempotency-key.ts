import { createHash } from 'node:crypto';

/**
 * The key of a write, 64 characters, the longest that klikit takes. It follows from what is written and for which import, so
 * an event that is delivered again, after a crash or beside the first delivery, sends the same keys with the same bytes.
 */
export function idempotencyKey(importId: string, operation: string, body: string): string {
  return createHash('sha256')
    .update(JSON.stringify([importId, operation, body]))
    .digest('hex');
}
