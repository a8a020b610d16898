import { toUtf8 } from './to-utf8.ts';
import { type XmlHandler, XmlTokenizer } from './xml-tokenizer.ts';

/**
 * Reads a part while it is being inflated. Throws `WorkbookRefused` for a DOCTYPE, and `MalformedXml` for what is no well-formed XML.
 */
export async function parseXml(chunks: AsyncIterable<Uint8Array>, handler: Partial<XmlHandler>): Promise<void> {
  const tokenizer = new XmlTokenizer({ open: nothing, close: nothing, text: nothing, ...handler });
  for await (const chunk of toUtf8(chunks)) tokenizer.write(chunk);
  tokenizer.end();
}

function nothing(): void {
  // Whoever wants to know of texts only, leaves out the rest.
}
