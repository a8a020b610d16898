import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import { type LoopbackServer, serveOnLoopback } from '../serve-on-loopback.ts';
import { getSecretValue } from './get-secret-value.ts';
import { SecretStore } from './secret-store.ts';
import { ServiceError } from './service-error.ts';

export interface SecretsServerOptions {
  /** Values by name. A map is copied; later values come by `put`. */
  secrets: ReadonlyMap<string, string> | SecretStore;
  /** Default: any free one. */
  port?: number;
  /** Secrets, by name, that callers may not read. Default: none. */
  deny?: (name: string) => boolean;
}

export interface SecretsServer extends LoopbackServer {
  /** Rotates a secret, or makes a new one: the value has a new version id. */
  put: (secretId: string, value: string) => void;
}

/** Serves Secrets Manager's GetSecretValue (AWS JSON 1.1) on 127.0.0.1. Nothing is written to disk or logged. */
export async function startSecretsServer(options: SecretsServerOptions): Promise<SecretsServer> {
  const { secrets, deny = () => false } = options;
  const store = secrets instanceof SecretStore ? secrets : new SecretStore(secrets);

  const server = await serveOnLoopback((message, response) => {
    const send = (status: number, body: object) => {
      response
        .writeHead(status, { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': randomUUID() })
        .end(JSON.stringify(body));
    };
    answer(message, store, deny).then(
      (body) => send(200, body),
      (error: unknown) => {
        if (error instanceof ServiceError) send(400, { __type: error.type, Message: error.message });
        else send(500, { __type: 'InternalServiceError', Message: 'An error occurred on the server side.' });
      },
    );
  }, options.port);
  return { ...server, put: (secretId, value) => store.put(secretId, value) };
}

async function answer(message: IncomingMessage, store: SecretStore, deny: (name: string) => boolean): Promise<object> {
  if (message.headers.authorization === undefined) {
    throw new ServiceError('MissingAuthenticationTokenException', 'Missing Authentication Token');
  }
  if (message.method !== 'POST' || message.headers['x-amz-target'] !== 'secretsmanager.GetSecretValue') {
    throw new ServiceError('UnknownOperationException', 'This local server answers GetSecretValue only.');
  }
  return getSecretValue(await readJson(message), store, deny);
}

async function readJson(message: IncomingMessage): Promise<unknown> {
  try {
    return await json(message);
  } catch (cause) {
    throw new ServiceError('SerializationException', 'The body is not JSON.', { cause });
  }
}
