import { onTestFinished } from 'vitest';
import type { EnvironmentSource } from '../../functions/menu-import/environment.ts';
import { readWorkbook } from '../../functions/menu-import/workbook/read-workbook.ts';
import type { SandboxOptions } from '../../infra/local/sandbox/sandbox-options.ts';
import { type KlikitSandbox, startKlikitSandbox } from '../../infra/local/sandbox/start-klikit-sandbox.ts';
import { type LocalStack, startLocalStack } from '../../infra/local/start-local-stack.ts';
import { temporaryDirectory } from './temporary-directory.ts';

/** A credential that is easy to find wherever it should not be: with characters that encodings change. */
export const testCredentials = { partnerKey: 'partner-of-tests', secretKey: 'Sup3r/Secret+Key=for~tests' };

export interface SandboxedStack extends LocalStack {
  sandbox: KlikitSandbox;
  directory: string;
}

/** The whole local stack over real sockets, with a klikit that can be told to fail. Everything ends with the test. */
export async function startSandboxedStack(klikit: Partial<SandboxOptions> = {}, settings: EnvironmentSource = {}): Promise<SandboxedStack> {
  const { partnerKey, secretKey } = testCredentials;
  const sandbox = await startKlikitSandbox({
    credentials: { [partnerKey]: secretKey },
    groups: [
      { id: 2101, title: 'Spice level' },
      { id: 2105, title: { en: 'Drink size', id: 'Ukuran' } },
      { id: 2108, title: 'Sauces' },
      { id: 2109, title: 'Sauces' },
    ],
    ...klikit,
  });
  onTestFinished(() => sandbox.close());
  const directory = await temporaryDirectory();
  const stack = await startLocalStack({
    stateRoot: directory,
    merchants: ['demo'],
    klikit: { apiUrl: sandbox.url, partnerKey, secretKey },
    // Not in a thread of its sources, which takes longer to start than these tests to import; `serve` and `import` have it in one.
    readWorkbook,
    settings: { MAX_PAUSE_SECONDS: '3', REQUEST_TIMEOUT_MS: '1000', ...settings },
  });
  onTestFinished(() => stack.close());
  return { ...stack, sandbox, directory };
}
