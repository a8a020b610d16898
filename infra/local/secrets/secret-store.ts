import { createHash, randomUUID } from 'node:crypto';

export interface Secret {
  arn: string;
  name: string;
  value: string;
  versionId: string;
  createdAt: Date;
}

const arnPrefix = 'arn:aws:secretsmanager:us-east-1:000000000000:secret:';

/** Secrets by name, in memory only. Each has one version, the current one. */
export class SecretStore {
  readonly #secrets = new Map<string, Secret>();

  constructor(values: ReadonlyMap<string, string> = new Map()) {
    for (const [name, value] of values) this.put(name, value);
  }

  /** Sets the secret's value, as a new version. */
  put(secretId: string, value: string): void {
    const name = this.nameOf(secretId);
    this.#secrets.set(name, { arn: arnOf(name), name, value, versionId: randomUUID(), createdAt: new Date() });
  }

  find(secretId: string): Secret | undefined {
    return this.#secrets.get(this.nameOf(secretId));
  }

  /** A secret's name, also where it is given as an ARN with or without its last six characters. */
  nameOf(secretId: string): string {
    if (!secretId.startsWith(arnPrefix)) return secretId;
    const name = secretId.slice(arnPrefix.length);
    const withoutSuffix = name.slice(0, -7);
    return arnOf(withoutSuffix) === secretId ? withoutSuffix : name;
  }
}

/** The service ends each ARN with a hyphen and six characters of its own choice. */
function arnOf(name: string): string {
  return `${arnPrefix}${name}-${createHash('sha256').update(name).digest('hex').slice(0, 6)}`;
}
