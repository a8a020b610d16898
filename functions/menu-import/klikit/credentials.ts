import { inspect } from 'node:util';

/** A merchant's klikit credentials. Whatever prints it prints `[credentials]`. */
export class Credentials {
  readonly #partnerKey: string;
  readonly #secretKey: string;

  constructor(partnerKey: string, secretKey: string) {
    this.#partnerKey = partnerKey;
    this.#secretKey = secretKey;
  }

  /** HTTP Basic, contract: Credentials. */
  authorization(): string {
    return `Basic ${this.#base64()}`;
  }

  equals(other: Credentials): boolean {
    return this.authorization() === other.authorization();
  }

  /** Takes everything out of a text that looks like these credentials: as they are, in base64, in a URL. */
  redact(text: string): string {
    const forms = [this.#base64(), ...[this.#secretKey, this.#partnerKey].flatMap((key) => [key, encodeURIComponent(key), base64(key)])];
    return forms.reduce((clean, form) => clean.replaceAll(form, '[credentials]'), text);
  }

  toString(): string {
    return '[credentials]';
  }

  toJSON(): string {
    return '[credentials]';
  }

  [inspect.custom](): string {
    return '[credentials]';
  }

  #base64(): string {
    return base64(`${this.#partnerKey}:${this.#secretKey}`);
  }
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}
