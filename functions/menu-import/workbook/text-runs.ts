/** Gathers the text of a shared or inline string: rich text is joined, phonetic hints are left out. */
export class TextRuns {
  text = '';
  #inText = false;
  #inPhonetic = false;

  open(name: string): void {
    if (name === 'rPh') this.#inPhonetic = true;
    else if (name === 't') this.#inText = true;
  }

  close(name: string): void {
    if (name === 'rPh') this.#inPhonetic = false;
    else if (name === 't') this.#inText = false;
  }

  add(text: string): void {
    if (this.#inText && !this.#inPhonetic) this.text += text;
  }
}
