import { readFile } from 'node:fs/promises';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { parseEnvironment } from '../../../functions/menu-import/environment.ts';
import { createHandler } from '../../../functions/menu-import/handler.ts';
import { runProgram } from './program.ts';

/** The function as it is deployed, outside of AWS: from the event of an upload to its report. */
await runProgram(async ({ klikitUrl, s3Url, secretsUrl, imports, maxConcurrency = 32, rounds = 1 }) => {
  const credentials = { accessKeyId: 'function', secretAccessKey: 'bench' };
  const s3 = { endpoint: s3Url, region: 'us-east-1', credentials };
  const environment = parseEnvironment({
    UPLOADS_BUCKET: 'uploads',
    RESULTS_BUCKET: 'results',
    KLIKIT_API_URL: klikitUrl,
    DEFAULT_CURRENCY: 'IDR',
    MAX_CONCURRENCY: String(maxConcurrency),
  });
  const handler = createHandler(environment, {
    s3,
    secretsManager: { ...s3, endpoint: secretsUrl },
    writeLog: () => undefined,
  });
  const owner = new S3Client(s3);
  const upload = async ({ merchant, file }: (typeof imports)[number]) => {
    const key = `uploads/${merchant}/menu.xlsx`;
    const { VersionId: versionId } = await owner.send(new PutObjectCommand({ Bucket: 'uploads', Key: key, Body: await readFile(file) }));
    const object = { key, versionId, sequencer: '01' };
    return { Records: [{ eventVersion: '2.1', eventName: 'ObjectCreated:Put', s3: { bucket: { name: 'uploads' }, object } }] };
  };
  const importUpload = async (event: Awaited<ReturnType<typeof upload>>) => {
    const { imports: done } = await handler(event);
    if (done[0]?.outcome !== 'completed') throw new Error(`an import ended as ${done[0]?.outcome ?? 'nothing'}`);
  };

  let events = await Promise.all(imports.map(upload));
  const [startedMs, startedCpu] = [performance.now(), process.cpuUsage()];
  const roundsMs: number[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const roundMs = performance.now();
    await Promise.all(events.map(importUpload));
    roundsMs.push(performance.now() - roundMs);
    if (round < rounds) events = await Promise.all(imports.map(upload));
  }
  return { startedMs, startedCpu, roundsMs };
});
