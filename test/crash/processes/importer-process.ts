import { parseEnvironment } from '../../../functions/menu-import/environment.ts';
import { createHandler } from '../../../functions/menu-import/handler.ts';

/** The handler in a process of its own, so that it can be killed: takes an event, and prints what came of it. */
const [event = '', settings = '', s3 = '', secretsManager = ''] = process.argv.slice(2);
const client = (endpoint: string) => ({
  endpoint,
  region: 'us-east-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
});
const handler = createHandler(parseEnvironment(JSON.parse(settings) as Record<string, string>), {
  s3: client(s3),
  secretsManager: client(secretsManager),
  // What makes the page alive is bundled elsewhere.
  readPageAssets: () => Promise.resolve({ script: '', style: '' }),
  writeLog: (line) => process.stderr.write(`${line}\n`),
});
const result = await handler(JSON.parse(event));
process.stdout.write(`${JSON.stringify(result)}\n`);
// Connections are kept alive for the next event, which does not come.
process.exit(0);
