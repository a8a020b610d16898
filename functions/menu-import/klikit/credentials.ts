import { createHash } from 'node:crypto';
import { inspect } from 'node:util';

/** A key shorter than this is found in any word and any request id, and taking it out there would tell what it is. */
const shortestTelling = 4;

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

  /** Tells one credential from another, also after its secret was replaced, and tells nothing else of it. */
  fingerprint(): string {
    return createHash('sha256').update(this.#partnerKey).digest('hex');
  }

  /** Takes everything out of a text that looks like these credentials: as they are, in base64, in a URL. */
  redact(text: string): string {
    const keys = [this.#secretKey, this.#partnerKey].filter((key) => key.length >= shortestTelling);
    const forms = [`${this.#partnerKey}:${this.#secretKey}`, ...keys].flatMap(formsOf);
    // The longest first, so that a form which holds another one goes as a whole.
    forms.sort((one, other) => other.length - one.length);
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

function formsOf(text: string): string[] {
  const padded = base64(text);
  return [text, padded, padded.replace(/=+$/, ''), Buffer.from(text).toString('base64url')].flatMap((form) => [
    form,
    encodeURIComponent(form),
  ]);
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}
