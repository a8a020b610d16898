const longestName = 200;
const keptOfEnd = 40;

/**
 * The name of a file as the end of a key: no folder, nothing that cannot be seen, and the same letters from every device, because Macs write
 * an accent as a character of its own, and S3 would keep two menus.
 */
export function safeFileName(name: string): string {
  const plain = name
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/[/\\\p{Cc}\p{Cf}]+/gu, '-')
    // S3 would put the name of the file in its place.
    .replaceAll('${', '$')
    .trim();
  const letters = [...plain];
  if (letters.length <= longestName) return plain;
  // The end has its extension.
  return [...letters.slice(0, longestName - keptOfEnd - 1), '…', ...letters.slice(-keptOfEnd)].join('');
}
