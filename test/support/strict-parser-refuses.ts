import { SaxesParser } from 'saxes';

/** What a parser says that keeps to the letter of XML 1.0. */
export function strictParserRefuses(xml: string): boolean {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  try {
    parser.write(xml).close();
    return false;
  } catch {
    return true;
  }
}
