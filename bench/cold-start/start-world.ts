import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { sandboxGroups } from '../../infra/local/example/sandbox-groups.ts';
import { startS3Server } from '../../infra/local/s3/start-s3-server.ts';
import { startKlikitSandbox } from '../../infra/local/sandbox/start-klikit-sandbox.ts';
import { startSecretsServer } from '../../infra/local/secrets/start-secrets-server.ts';
import type { LoopbackServer } from '../../infra/local/serve-on-loopback.ts';
import { delayAnswers } from './delay-answers.ts';
import { startDurableService } from './durable-service.ts';

const example = new URL('../../infra/local/example/warung-hoshi.xlsx', import.meta.url);
const credentials = { partner_key: 'bench', secret_key: 'bench' };

/** Everything that the function talks to, new and with one upload in it, whose event it is told. */
export async function startWorld(answerDelayMs: number) {
  const directory = await mkdtemp(join(tmpdir(), 'bench-cold-start-'));
  const closers = [() => rm(directory, { recursive: true, force: true })];
  const closing = <T extends LoopbackServer>(server: T): T => {
    closers.push(server.close);
    return server;
  };
  const events: unknown[] = [];
  const klikit = closing(
    await startKlikitSandbox({ credentials: { [credentials.partner_key]: credentials.secret_key }, groups: sandboxGroups }),
  );
  const secrets = closing(await startSecretsServer({ secrets: new Map([['klikit/demo', JSON.stringify(credentials)]]) }));
  const buckets = [{ name: 'uploads', notify: true }, { name: 'results' }];
  const s3 = closing(await startS3Server({ directory, buckets, onObjectCreated: (event) => void events.push(event) }));
  const lambda = closing(await startDurableService());

  const owner = new S3Client({
    endpoint: s3.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'owner', secretAccessKey: 'owner' },
  });
  await owner.send(new PutObjectCommand({ Bucket: 'uploads', Key: 'uploads/demo/menu.xlsx', Body: readFileSync(example) }));
  owner.destroy();

  const seenAs = async ({ url }: LoopbackServer): Promise<string> =>
    answerDelayMs === 0 ? url : closing(await delayAnswers(url, answerDelayMs)).url;
  const klikitUrl = await seenAs(klikit);
  return {
    event: events[0],
    klikitUrl,
    /** When the first call of klikit had arrived, since 1970; a whole number. */
    firstCallAtMs: () => Date.parse(klikit.calls()[0]?.at ?? ''),
    environment: {
      TZ: 'UTC',
      UPLOADS_BUCKET: 'uploads',
      RESULTS_BUCKET: 'results',
      KLIKIT_API_URL: klikitUrl,
      DEFAULT_CURRENCY: 'IDR',
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'bench',
      AWS_SECRET_ACCESS_KEY: 'bench',
      AWS_ENDPOINT_URL_S3: await seenAs(s3),
      AWS_ENDPOINT_URL_SECRETS_MANAGER: await seenAs(secrets),
      AWS_ENDPOINT_URL_LAMBDA: await seenAs(lambda),
    },
    close: async () => {
      for (const close of closers.toReversed()) await close();
    },
  };
}
