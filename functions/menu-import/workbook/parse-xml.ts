import { SaxesParser } from 'saxes';
import { WorkbookRefused } from './errors.ts';

/** Names come without their prefix: workbooks may choose any. */
export interface XmlListener {
  open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  close?: (name: string) => void;
  /** Text and CDATA, as one or several pieces. */
  text?: (text: string) => void;
}

/** Deeper than any part of a workbook goes. */
const deepest = 200;

/** Parses a part while it is being inflated. Throws `WorkbookRefused` for a DOCTYPE; what the parser throws, for bad XML. */
export async function parseXml(chunks: AsyncIterable<Uint8Array>, listener: XmlListener): Promise<void> {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  let depth = 0;
  parser.on('doctype', () => {
    throw new WorkbookRefused('forbidden_doctype');
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > deepest) throw new WorkbookRefused('damaged_workbook', { depth });
    listener.open?.(localName(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    listener.close?.(localName(tag.name));
  });
  if (listener.text !== undefined) {
    parser.on('text', listener.text);
    parser.on('cdata', listener.text);
  }
  parser.on('error', (error) => {
    throw error;
  });

  let decoder: InstanceType<typeof TextDecoder> | undefined;
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(encodingOf(chunk));
    const text = decoder.decode(chunk, { stream: true });
    parser.write(text);
  }
  parser.write(decoder?.decode() ?? '');
  parser.close();
}

/** The value of an attribute whatever its prefix: `id` finds `r:id`. */
export function prefixedAttribute(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  const found = Object.keys(attributes).find((attribute) => attribute.endsWith(`:${name}`));
  return found === undefined ? undefined : attributes[found];
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

function encodingOf(start: Uint8Array): string {
  const [first = 0, second = 0] = start;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  const declaration = /^[^>]*encoding=["']([\w.-]+)["']/.exec(Buffer.from(start.subarray(0, 200)).toString('latin1'));
  const named = declaration?.[1]?.toLowerCase() ?? 'utf-8';
  // A part that says UTF-16 in UTF-8 letters is UTF-8.
  return named.startsWith('utf-16') ? 'utf-8' : named;
}
