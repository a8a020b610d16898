import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { inflateParts } from '../bench/workbooks/inflate-parts.ts';
import { parseEnvironment } from '../functions/menu-import/environment.ts';
import { createHandler } from '../functions/menu-import/handler.ts';
import { readWorkbook } from '../functions/menu-import/workbook/read-workbook.ts';
import { pageFromSource } from '../infra/bundle-page.ts';
import { startS3Server } from '../infra/local/s3/start-s3-server.ts';
import { startSecretsServer } from '../infra/local/secrets/start-secrets-server.ts';
import { startSandboxedStack, testCredentials } from './support/import-into-sandbox.ts';
import { menuWorkbook } from './support/menu-workbook.ts';
import { temporaryDirectory } from './support/temporary-directory.ts';

/** Everything that was written below a directory, as one text; of a workbook what is packed in it. */
async function everythingIn(directory: string): Promise<string> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const contents = await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name))));
  return contents.flatMap((bytes) => [bytes.toString('latin1'), ...partsOf(bytes)]).join('\n');
}

function partsOf(bytes: Buffer): string[] {
  if (!bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'))) return [];
  return [...inflateParts(bytes)].map(({ content }) => content.toString('latin1'));
}

const { partnerKey, secretKey } = testCredentials;
const forms = [
  secretKey,
  encodeURIComponent(secretKey),
  Buffer.from(secretKey).toString('base64'),
  Buffer.from(`${partnerKey}:${secretKey}`).toString('base64'),
];

describe('a secret', () => {
  test('never lands in a log, a report, the ledger or any file, although klikit repeats it in its messages', async () => {
    const stack = await startSandboxedStack();
    stack.sandbox.inject({ kind: 'status', status: 400, code: `request_invalid ${forms.join(' ')}` });
    stack.sandbox.inject({ kind: 'status', status: 500, code: forms.join(' ') });
    const report = await stack.importWorkbook(
      'demo',
      'menu.xlsx',
      await menuWorkbook({
        Menu: [
          ['Title', 'Price'],
          ['Ramen', 1],
          ['Udon', 2],
          ['Soba', 3],
        ],
      }),
    );
    await stack.close();
    const written = `${JSON.stringify(report)} ${await everythingIn(stack.directory)}`;
    expect(written).toContain('import finished');
    expect(written).toContain('Udon');
    // Of `report.xlsx`.
    expect(written).toContain('What to do');
    for (const form of forms) expect(written).not.toContain(form);
  });

  test.each([
    ['is missing', undefined, 'secret_missing'],
    ['is empty', '', 'secret_missing'],
    ['has empty keys', '{"partner_key":"","secret_key":""}', 'secret_missing'],
    ['is no JSON', 'hunter2hunter2', 'secret_malformed'],
    ['lacks a key', '{"partner_key":"p"}', 'secret_malformed'],
    ['has a line break in it', '{"partner_key":"p","secret_key":"a\\nb"}', 'secret_malformed'],
    ['may not be read', 'kept-from-us', 'secret_forbidden'],
  ])('that %s refuses the import by its name, never its value, without a call', async (_, value, reason) => {
    const secrets = await startSecretsServer({
      secrets: new Map(value === undefined ? [] : [['klikit/demo', value]]),
      deny: () => value === 'kept-from-us',
    });
    onTestFinished(() => secrets.close());
    const s3 = await startS3Server({ directory: await temporaryDirectory(), buckets: [{ name: 'uploads' }, { name: 'results' }] });
    onTestFinished(() => s3.close());
    const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
    const client = new S3Client({ endpoint: s3.url, region: 'us-east-1', credentials });
    const log: string[] = [];
    // No klikit listens there: a call would show as an import that stopped.
    const environment = parseEnvironment({
      UPLOADS_BUCKET: 'uploads',
      RESULTS_BUCKET: 'results',
      KLIKIT_API_URL: 'http://127.0.0.1:9',
      DEFAULT_CURRENCY: 'IDR',
    });
    const handler = createHandler(environment, {
      readWorkbook: (bytes) => readWorkbook(bytes),
      s3: { endpoint: s3.url, region: 'us-east-1', credentials },
      secretsManager: { endpoint: secrets.url, region: 'us-east-1', credentials },
      writeLog: (line) => log.push(line),
      readPageAssets: pageFromSource,
    });

    const key = 'uploads/demo/menu.xlsx';
    const { VersionId: versionId } = await client.send(
      new PutObjectCommand({
        Bucket: 'uploads',
        Key: key,
        Body: await menuWorkbook({
          Menu: [
            ['Title', 'Price'],
            ['Ramen', 1],
          ],
        }),
      }),
    );
    const record = { eventVersion: '2.1', eventName: 'ObjectCreated:Put', s3: { bucket: { name: 'uploads' }, object: { key, versionId } } };
    const { imports } = await handler({ Records: [record] });

    expect(imports).toMatchObject([{ outcome: 'refused', reason, summary: { calls: 0 } }]);
    const stored = await client.send(new GetObjectCommand({ Bucket: 'results', Key: `reports/demo/${imports[0]?.importId}/report.json` }));
    const report = (await stored.Body?.transformToString()) ?? '';
    expect(report).toContain('klikit/demo');
    expect(`${report} ${log.join(' ')}`).not.toContain(value || 'never written');
  });

  test('that is rotated in the middle is read again, and the import goes on', async () => {
    const stack = await startSandboxedStack();
    // The sandbox knows a secret that the function does not have yet; it gets it while the import waits.
    stack.sandbox.rotate({ [partnerKey]: 'new-secret' });
    const importing = stack.importWorkbook(
      'demo',
      'menu.xlsx',
      await menuWorkbook({
        Menu: [
          ['Title', 'Price'],
          ['Ramen', 1],
        ],
      }),
    );
    // On a busy machine a thread and a call take longer than the second that is usual.
    await vi.waitUntil(() => stack.sandbox.calls().length > 0, 30_000);
    stack.sandbox.rotate({ [partnerKey]: secretKey });
    const report = await importing;
    expect(report.rows).toMatchObject([{ status: 'created' }]);
    expect(report.rows[0]?.requestIds.length).toBeGreaterThan(1);
  });
});
