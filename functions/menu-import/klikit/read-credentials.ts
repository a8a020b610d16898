import { GetSecretValueCommand, type SecretsManagerClient, SecretsManagerServiceException } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import { Credentials } from './credentials.ts';

/** Why a merchant's secret cannot be used. Never holds its value. */
export class CredentialsUnavailable extends Error {
  override readonly name = 'CredentialsUnavailable';
  readonly code: 'secret_missing' | 'secret_malformed' | 'secret_forbidden';
  readonly secretName: string;

  constructor(code: CredentialsUnavailable['code'], secretName: string, options?: ErrorOptions) {
    super(`${code}: ${secretName}`, options);
    this.code = code;
    this.secretName = secretName;
  }
}

/** Characters that cannot stand in a header, and the colon that ends the user name of HTTP Basic. */
const key = z.string().regex(/^[\x21-\x7e]+$/);
const secretSchema = z.object({ partner_key: key.regex(/^[^:]+$/), secret_key: key });
const unfilledSchema = z.object({ partner_key: z.literal('').optional(), secret_key: z.literal('').optional() });

/** Reads a merchant's credentials from Secrets Manager. Throws `CredentialsUnavailable`; other faults as the SDK throws them. */
export async function readCredentials(client: Pick<SecretsManagerClient, 'send'>, secretName: string): Promise<Credentials> {
  const text = await readSecret(client, secretName);
  const secret = parseJson(text);
  const parsed = secretSchema.safeParse(secret);
  if (parsed.success) return new Credentials(parsed.data.partner_key, parsed.data.secret_key);
  const unfilled = text === '' || unfilledSchema.safeParse(secret).success;
  throw new CredentialsUnavailable(unfilled ? 'secret_missing' : 'secret_malformed', secretName);
}

async function readSecret(client: Pick<SecretsManagerClient, 'send'>, secretName: string): Promise<string> {
  try {
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secretName }));
    return SecretString ?? '';
  } catch (error) {
    const name = error instanceof SecretsManagerServiceException ? error.name : '';
    // A secret without a version, or one that is being deleted, answers like one that is not there, or with a bad request.
    if (['ResourceNotFoundException', 'InvalidRequestException'].includes(name)) {
      throw new CredentialsUnavailable('secret_missing', secretName, { cause: error });
    }
    if (['AccessDeniedException', 'DecryptionFailure'].includes(name)) {
      throw new CredentialsUnavailable('secret_forbidden', secretName, { cause: error });
    }
    throw error;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
