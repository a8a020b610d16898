import { XmlTokenizer } from '../../../functions/menu-import/workbook/xml/xml-tokenizer.ts';
import { parseWithSaxes } from './parse-with-saxes.ts';

/** What a part says, one line an event; pieces of one text are joined. */
export interface XmlReading {
  events: string[];
  /** Why it is no well-formed XML, where it is none. */
  refused?: string;
}

class Events {
  readonly list: string[] = [];
  #text = '';

  open(name: string, attributes: object): void {
    this.#flush();
    this.list.push(`<${name} ${JSON.stringify(attributes)}`);
  }

  close(name: string): void {
    this.#flush();
    this.list.push(`</${name}`);
  }

  text(text: string): void {
    this.#text += text;
  }

  #flush(): void {
    if (this.#text !== '') this.list.push(this.#text);
    this.#text = '';
  }
}

/** A part as saxes reads it: the peer that the tokenizer is measured by. */
export function saxesEvents(text: string): XmlReading {
  const events = new Events();
  return outcome(events, () =>
    parseWithSaxes(text, {
      open: (name, attributes) => events.open(name, attributes),
      close: (name) => events.close(name),
      text: (piece) => events.text(piece),
    }),
  );
}

/** The same by our tokenizer, from chunks of any length. */
export function tokenizerEvents(chunks: Iterable<Buffer>): XmlReading {
  const events = new Events();
  return outcome(events, () => {
    const tokenizer = new XmlTokenizer({
      open: (name, attributes) => events.open(name, attributes.all()),
      close: (name) => events.close(name),
      text: (piece) => events.text(piece.toString()),
    });
    for (const chunk of chunks) tokenizer.write(chunk);
    tokenizer.end();
  });
}

function outcome(events: Events, read: () => void): XmlReading {
  try {
    read();
    return { events: events.list };
  } catch (error) {
    return { events: events.list, refused: String(error) };
  }
}
