const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** As all three writers escape the text of an element. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>]/g, (character) => escapes[character] ?? character);
}
