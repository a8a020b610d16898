/** Writes a key as S3 does in events and in `encoding-type=url` listings: a space is `+`, slashes stay, other bytes are %XX. */
export function urlEncodeKey(key: string): string {
  return encodeURIComponent(key)
    .replaceAll('%20', '+')
    .replaceAll('%2F', '/')
    .replace(/[!'()~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
