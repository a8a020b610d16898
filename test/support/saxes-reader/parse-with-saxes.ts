import { SaxesParser } from 'saxes';

/** Names come without their prefix. */
export interface SaxesListener {
  open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
}

/** Parses a whole part; throws what saxes throws, and for a DOCTYPE. */
export function parseWithSaxes(text: string, listener: SaxesListener): void {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  let depth = 0;
  const local = (name: string) => name.slice(name.indexOf(':') + 1);
  const tellText = (piece: string) => {
    if (depth > 0) listener.text?.(piece);
  };
  parser.on('doctype', () => {
    throw new Error('a DOCTYPE');
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    listener.open?.(local(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    listener.close?.(local(name));
  });
  parser.on('text', tellText);
  parser.on('cdata', tellText);
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(text).close();
}
