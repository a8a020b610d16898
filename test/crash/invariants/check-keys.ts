import type { EndState } from './end-state.ts';

/** A key always goes with the same bytes, and a write is named in the ledger before it is sent. */
export function checkKeys({ calls, puts }: EndState): string[] {
  const firstWith = new Map<string, string>();
  return calls.flatMap(({ stamp, method, path, idempotencyKey, body }) => {
    if (method === 'GET') return [];
    const call = `${method} ${path}`;
    if (idempotencyKey === undefined) return [`${call} was sent without a key`];
    const bytes = `${call} ${body}`;
    const first = firstWith.get(idempotencyKey) ?? bytes;
    firstWith.set(idempotencyKey, first);
    const isNamed = puts.some((put) => put.stamp < stamp && put.key.startsWith('ledger/') && put.body.includes(idempotencyKey));
    return [
      ...(first === bytes ? [] : [`the key ${idempotencyKey} was sent with ${first}, and with ${bytes}`]),
      ...(isNamed ? [] : [`${call} was sent before the ledger named its key ${idempotencyKey}`]),
    ];
  });
}
