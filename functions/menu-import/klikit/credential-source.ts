import type { Credentials } from './credentials.ts';

/** The credentials in use. When klikit rejects them, they are read once more for all calls that wait. */
export class CredentialSource {
  readonly #reread: () => Promise<Credentials>;
  #current: Credentials;
  #reading: Promise<boolean> | undefined;

  constructor(first: Credentials, reread: () => Promise<Credentials>) {
    this.#current = first;
    this.#reread = reread;
  }

  get current(): Credentials {
    return this.#current;
  }

  /** Reads the secret again, unless that has happened since `rejected` was used. Whether there is another one now. */
  async renew(rejected: Credentials): Promise<boolean> {
    if (rejected !== this.#current) return true;
    this.#reading ??= this.#read(rejected).finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async #read(rejected: Credentials): Promise<boolean> {
    try {
      const read = await this.#reread();
      if (read.equals(rejected)) return false;
      this.#current = read;
      return true;
    } catch {
      // A secret that cannot be read right now is one that has not changed; the pause that follows tries again.
      return false;
    }
  }
}
