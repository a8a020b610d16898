import { once } from 'node:events';
import { startLivePage } from '../live-page/start-live-page.ts';
import { type LocalStack, startLocalStack } from '../start-local-stack.ts';
import type { Console } from './console.ts';
import { exitStatus } from './exit-status.ts';
import { settingsFrom } from './settings.ts';

const pagePort = 4565;
const ports = { s3: 4566, secrets: 4567, sandbox: 4568 };

/** Runs the local stack until it is told to stop: what is dropped on its page, or uploaded to its S3, is imported into its sandbox. */
export async function runServe(
  command: { state: string; merchant: string },
  console: Console,
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  const stack = await startLocalStack({
    stateRoot: command.state,
    merchants: [command.merchant],
    settings: settingsFrom(environment),
    ports,
    ...sandboxCredentials(environment),
    onImport: (result) => {
      if (result.status === 'rejected') console.err(`An import could not run; ${stack.logFile} says why.\n`);
      else
        for (const { merchant, importId, outcome, summary } of result.value.imports) {
          console.out(`${merchant}: ${outcome}, ${summary.created} created, ${summary.failed} failed, import ${importId}\n`);
        }
    },
  });
  try {
    await serve(stack, command.merchant, console);
  } finally {
    await stack.close();
  }
  return exitStatus.allDone;
}

async function serve(stack: LocalStack, merchant: string, console: Console): Promise<void> {
  const page = await startLivePage(stack, pagePort);
  console.out(
    [
      `Imports          ${page.url}   drop a menu there, and watch`,
      `klikit sandbox   ${stack.sandboxUrl}   the menu as klikit holds it`,
      `S3               ${stack.s3Url}   upload to s3://local-uploads/uploads/${merchant}/menu.xlsx`,
      `Log              ${stack.logFile}`,
      'Stop with Ctrl+C.',
      '',
    ].join('\n'),
  );
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await page.close();
}

/** With credentials of one's own in the environment, the sandbox can be called from elsewhere too: `import --api` does. */
function sandboxCredentials({ KLIKIT_PARTNER_KEY: partnerKey, KLIKIT_SECRET_KEY: secretKey }: NodeJS.ProcessEnv) {
  return partnerKey && secretKey ? { sandboxCredentials: { partnerKey, secretKey } } : {};
}
