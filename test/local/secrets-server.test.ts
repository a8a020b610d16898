import { CreateSecretCommand, GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { describe, expect, onTestFinished, test } from 'vitest';
import { SecretStore } from '../../infra/local/secrets/secret-store.ts';
import { type SecretsServerOptions, startSecretsServer } from '../../infra/local/secrets/start-secrets-server.ts';

const value = JSON.stringify({ partner_key: 'partner', secret_key: 'secret' });

async function start(options: Partial<SecretsServerOptions> = {}) {
  const server = await startSecretsServer({ secrets: new Map([['klikit/demo', value]]), ...options });
  const credentials = { accessKeyId: 'FUNCTION', secretAccessKey: 'secret' };
  const client = new SecretsManagerClient({ endpoint: server.url, region: 'us-east-1', credentials, maxAttempts: 1 });
  onTestFinished(async () => {
    client.destroy();
    await server.close();
  });
  const get = (SecretId: string, rest: { VersionId?: string; VersionStage?: string } = {}) => {
    return client.send(new GetSecretValueCommand({ SecretId, ...rest }));
  };
  return { ...server, client, get };
}

describe('GetSecretValue', () => {
  test('answers a secret by its name', async () => {
    const { get } = await start();
    expect(await get('klikit/demo')).toMatchObject({
      Name: 'klikit/demo',
      SecretString: value,
      VersionStages: ['AWSCURRENT'],
      VersionId: expect.stringMatching(/^[\w-]{32,64}$/),
      CreatedDate: expect.any(Date),
    });
  });

  test('answers a secret by its ARN, whole or without its ending', async () => {
    const { get } = await start();
    const { ARN = '' } = await get('klikit/demo');
    expect(ARN).toMatch(/^arn:aws:secretsmanager:us-east-1:\d{12}:secret:klikit\/demo-\w{6}$/);
    expect((await get(ARN)).SecretString).toBe(value);
    expect((await get(ARN.slice(0, -7))).SecretString).toBe(value);
  });

  test('gives each new value a new version', async () => {
    const { get, put } = await start();
    const before = await get('klikit/demo');
    expect((await get('klikit/demo')).VersionId).toBe(before.VersionId);
    put('klikit/demo', 'rotated');
    const after = await get('klikit/demo', { VersionStage: 'AWSCURRENT' });
    expect(after).toMatchObject({ SecretString: 'rotated', ARN: before.ARN });
    expect(after.VersionId).not.toBe(before.VersionId);
    const old = get('klikit/demo', before.VersionId === undefined ? {} : { VersionId: before.VersionId });
    await expect(old).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  test('does not find a secret that is not there', async () => {
    const { get, put } = await start();
    await expect(get('klikit/other')).rejects.toMatchObject({ name: 'ResourceNotFoundException', $metadata: { httpStatusCode: 400 } });
    put('klikit/other', 'new');
    expect((await get('klikit/other')).SecretString).toBe('new');
  });

  test('denies a secret whether it is there or not', async () => {
    const { get } = await start({ deny: (name) => name.startsWith('klikit/') });
    const denied = { name: 'AccessDeniedException', $metadata: { httpStatusCode: 400 } };
    await expect(get('klikit/demo')).rejects.toMatchObject(denied);
    await expect(get('klikit/other')).rejects.toMatchObject(denied);
    await expect(get('elsewhere')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  test('reads a store that others write to', async () => {
    const secrets = new SecretStore();
    const { get } = await start({ secrets });
    secrets.put('late', 'value');
    expect((await get('late')).SecretString).toBe('value');
  });
});

test('other operations are unknown', async () => {
  const { client } = await start();
  const create = client.send(new CreateSecretCommand({ Name: 'new', SecretString: 'value' }));
  await expect(create).rejects.toMatchObject({ name: 'UnknownOperationException' });
});

test('a request that is not signed, or is not JSON, gets no secret', async () => {
  const { url } = await start();
  const headers = { 'x-amz-target': 'secretsmanager.GetSecretValue' };
  const unsigned = await fetch(url, { method: 'POST', headers, body: '{"SecretId":"klikit/demo"}' });
  expect([unsigned.status, await unsigned.json()]).toMatchObject([400, { __type: 'MissingAuthenticationTokenException' }]);
  const garbled = await fetch(url, { method: 'POST', headers: { ...headers, authorization: 'AWS4' }, body: '{' });
  expect([garbled.status, await garbled.json()]).toMatchObject([400, { __type: 'SerializationException' }]);
});
