const digits = 10;

/** Where a merchant's log lies in the results bucket. Numbers are padded, so that keys sort as numbers do. */
export function segmentKey(merchant: string, number: number): string {
  return `ledger/${merchant}/${pad(number)}.json`;
}

export function segmentPrefix(merchant: string): string {
  return `ledger/${merchant}/`;
}

/** The number of a segment by its key; `undefined` for what else lies there. */
export function segmentNumber(key: string): number | undefined {
  const [, number] = /\/(\d{10})\.json$/.exec(key) ?? [];
  return number === undefined || key.includes('/snapshots/') ? undefined : Number(number);
}

/** What the segments up to that number come to. */
export function snapshotKey(merchant: string, upTo: number): string {
  return `ledger/${merchant}/snapshots/${pad(upTo)}.json`;
}

/** Names the newest snapshot. */
export function snapshotPointerKey(merchant: string): string {
  return `ledger/${merchant}/snapshot.json`;
}

function pad(number: number): string {
  return String(number).padStart(digits, '0');
}
