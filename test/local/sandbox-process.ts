import { startKlikitSandbox } from '../../infra/local/sandbox/start-klikit-sandbox.ts';

// A sandbox in a process of its own, so that a test can kill it: says its address, and goes on until killed.
const [, , stateFile = '', partnerKey = '', secretKey = ''] = process.argv;
const { url } = await startKlikitSandbox({ stateFile, credentials: { [partnerKey]: secretKey } });
process.stdout.write(`${url}\n`);
