/** Compares as S3 sorts keys: by their UTF-8 bytes, which JavaScript's own order is not beyond the basic plane. */
export function compareBytes(left: string, right: string): number {
  return Buffer.compare(Buffer.from(left), Buffer.from(right));
}

/** Keys in the order of their bytes. */
export function inByteOrder(keys: Iterable<string>): string[] {
  return Array.from(keys, (key) => ({ key, bytes: Buffer.from(key) }))
    .sort((left, right) => Buffer.compare(left.bytes, right.bytes))
    .map(({ key }) => key);
}
