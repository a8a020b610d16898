import type { GatheredText } from './gathered-text.ts';
import type { XmlPiece } from './xml/xml-piece.ts';

/** Gathers the text of a shared or inline string: rich text is joined, phonetic hints are left out. */
export class TextRuns {
  readonly text: GatheredText;
  #inText = false;
  #inPhonetic = false;

  constructor(text: GatheredText) {
    this.text = text;
  }

  clear(): void {
    this.text.clear();
    this.#inText = false;
    this.#inPhonetic = false;
  }

  open(name: string): void {
    if (name === 'rPh') this.#inPhonetic = true;
    else if (name === 't') this.#inText = true;
  }

  close(name: string): void {
    if (name === 'rPh') this.#inPhonetic = false;
    else if (name === 't') this.#inText = false;
  }

  add(piece: XmlPiece): void {
    if (this.#inText && !this.#inPhonetic) this.text.add(piece);
  }
}
