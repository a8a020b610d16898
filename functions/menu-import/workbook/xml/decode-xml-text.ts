import { ByteClass } from './byte-classes.ts';
import { MalformedXml } from './malformed-xml.ts';

const named = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** The text between two places of a part. `classes` says what was seen between them, so that plain text costs nothing more. */
export function decodeXmlText(bytes: Buffer, start: number, end: number, classes: number): string {
  const raw = bytes.toString((classes & ByteClass.beyondAscii) === 0 ? 'latin1' : 'utf8', start, end);
  return (classes & ByteClass.carriageReturn) === 0 ? raw : raw.replaceAll(/\r\n?/g, '\n');
}

/** Puts characters in the place of references: `&amp;`, `&#233;`. Throws `MalformedXml` for one that means nothing. */
export function resolveReferences(text: string): string {
  const [before = '', ...rest] = text.split('&');
  return before + rest.map(resolved).join('');
}

function resolved(text: string): string {
  const end = text.indexOf(';');
  const reference = text.slice(0, Math.max(0, end));
  const character = named.get(reference) ?? numbered(reference);
  if (character === undefined) throw new MalformedXml('a reference to an entity that nobody declared');
  return character + text.slice(end + 1);
}

function numbered(reference: string): string | undefined {
  const [, hex, decimal] = /^#(?:x([0-9A-Fa-f]+)|([0-9]+))$/.exec(reference) ?? [];
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return isCharacter(code) ? String.fromCodePoint(code) : undefined;
}

/** What XML 1.0 calls a character, 2.2. */
function isCharacter(code: number): boolean {
  return (
    code === 0x9 ||
    code === 0xa ||
    code === 0xd ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  );
}
