import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { isAllowedLocally, localBuckets, localIdentities, localPolicies } from '../../infra/local/deployed-role.ts';
import { startS3Server } from '../../infra/local/s3/start-s3-server.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const { uploads, results } = localBuckets;
const { functionRole, sweepRole, owner } = localIdentities;

type Case = [action: string, bucket: string, key: string | undefined, allowed: boolean];

const isAllowed = (accessKeyId: string, [action, bucket, key]: Case) =>
  isAllowedLocally({ action, bucket, accessKeyId, ...(key === undefined ? {} : { key }) });

describe('on this machine, the function', () => {
  test.each<Case>([
    ['s3:GetObject', uploads, 'uploads/demo/menu.xlsx', true],
    ['s3:GetObjectVersion', uploads, 'uploads/demo/menu.xlsx', true],
    ['s3:GetObject', uploads, 'private/menu.xlsx', false],
    ['s3:PutObject', uploads, 'uploads/demo/menu.xlsx', false],
    ['s3:ListBucket', uploads, undefined, true],
    ['s3:ListBucketVersions', uploads, undefined, true],
    ['s3:PutObject', results, 'reports/demo/1/report.json', true],
    ['s3:GetObject', results, 'ledger/demo/0000000001.json', true],
    ['s3:PutObject', results, 'elsewhere.json', false],
    ['s3:DeleteObject', results, 'ledger/demo/0000000001.json', false],
    ['s3:ListBucket', results, undefined, true],
    ['s3:ListBucketVersions', results, undefined, false],
  ])('that asks for %s in %s on %s: %s', (...asked) => {
    expect(isAllowed(functionRole, asked)).toBe(asked[3]);
  });

  test('gets 403 over the wire where its role would', async () => {
    const s3 = await startS3Server({
      directory: await temporaryDirectory(),
      buckets: [{ name: uploads }, { name: results }],
      allow: isAllowedLocally,
    });
    onTestFinished(() => s3.close());
    const as = (accessKeyId: string) =>
      new S3Client({ endpoint: s3.url, region: 'us-east-1', credentials: { accessKeyId, secretAccessKey: 'local' } });
    await as(owner).send(new PutObjectCommand({ Bucket: uploads, Key: 'uploads/demo/menu.xlsx', Body: 'x' }));
    await expect(
      as(functionRole).send(new PutObjectCommand({ Bucket: uploads, Key: 'uploads/demo/menu.xlsx', Body: 'y' })),
    ).rejects.toMatchObject({ name: 'AccessDenied' });
    const read = await as(functionRole).send(new GetObjectCommand({ Bucket: uploads, Key: 'uploads/demo/menu.xlsx' }));
    expect(await read.Body?.transformToString()).toBe('x');
    await expect(as('STRANGER').send(new GetObjectCommand({ Bucket: uploads, Key: 'uploads/demo/menu.xlsx' }))).rejects.toMatchObject({
      name: 'AccessDenied',
    });
  });
});

describe('on this machine, the sweep', () => {
  test.each<Case>([
    ['s3:ListBucketVersions', uploads, undefined, true],
    ['s3:ListBucket', uploads, undefined, false],
    ['s3:GetObject', uploads, 'uploads/demo/menu.xlsx', false],
    ['s3:GetObjectVersion', uploads, 'uploads/demo/menu.xlsx', false],
    ['s3:ListBucket', results, undefined, true],
    ['s3:GetObject', results, 'reports/demo/1/report.json', true],
    ['s3:PutObject', results, 'reports/demo/1/report.json', false],
    ['s3:GetObject', results, 'ledger/demo/0000000001.json', false],
  ])('that asks for %s in %s on %s: %s', (...asked) => {
    expect(isAllowed(sweepRole, asked)).toBe(asked[3]);
  });

  test('changes nothing in S3', () => {
    expect(localPolicies.sweepRole.filter(({ action }) => !/^s3:(?:Get|List)/.test(action))).toEqual([]);
  });
});
