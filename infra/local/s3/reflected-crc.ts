/**
 * A CRC of 32 or 64 bits in its reflected form, with all bits set at the start and inverted at the end, as Castagnoli's
 * and NVMe's are. Answers the checksum's bytes, most significant first.
 */
export function reflectedCrc(widthBits: 32 | 64, polynomial: bigint): (bytes: Uint8Array) => Buffer {
  // BigInt for every byte of a body would be far too slow, so that the two halves are numbers.
  const lowTable = new Int32Array(256);
  const highTable = new Int32Array(256);
  for (let index = 0; index < 256; index += 1) {
    let remainder = BigInt(index);
    for (let bit = 0; bit < 8; bit += 1) remainder = remainder & 1n ? (remainder >> 1n) ^ polynomial : remainder >> 1n;
    lowTable[index] = Number(BigInt.asIntN(32, remainder));
    highTable[index] = Number(BigInt.asIntN(32, remainder >> 32n));
  }
  const startHigh = widthBits === 64 ? -1 : 0;

  return (bytes) => {
    let low = -1;
    let high = startHigh;
    for (const byte of bytes) {
      const index = (low ^ byte) & 0xff;
      low = ((low >>> 8) | (high << 24)) ^ (lowTable[index] ?? 0);
      high = (high >>> 8) ^ (highTable[index] ?? 0);
    }
    const checksum = Buffer.alloc(8);
    checksum.writeInt32BE(high ^ startHigh, 0);
    checksum.writeInt32BE(~low, 4);
    return checksum.subarray(8 - widthBits / 8);
  };
}
