import { format } from 'node:util';
import { LocalDurableTestRunner } from '@aws/durable-execution-sdk-js-testing';

/** Run as a process of its own: gives an event to the bundled handler as the durable execution service would, and prints what it answers. */

// With its JSON format, Lambda has a console that puts whatever it is given into a line of its own, as text.
for (const level of ['debug', 'info', 'log', 'warn', 'error'] as const) {
  // oxlint-disable-next-line eslint/no-console -- it is replaced, not used.
  console[level] = (...logged: unknown[]) => void process.stdout.write(`${JSON.stringify({ level, wrapped: format(...logged) })}\n`);
}
const [bundle = '', event = '', name = 'handler'] = process.argv.slice(2);
const { [name]: handler } = await import(bundle);
await LocalDurableTestRunner.setupTestEnvironment({ skipTime: false });
const execution = await new LocalDurableTestRunner({ handlerFunction: handler }).run({ payload: JSON.parse(event) });
await LocalDurableTestRunner.teardownTestEnvironment();
process.stdout.write(`${JSON.stringify(execution.getResult())}\n`);
