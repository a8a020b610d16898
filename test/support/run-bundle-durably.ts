import { LocalDurableTestRunner } from '@aws/durable-execution-sdk-js-testing';

/** Run as a process of its own: gives an event to the bundled handler as the durable execution service would, and prints what it answers. */
const [bundle = '', event = ''] = process.argv.slice(2);
const { handler } = await import(bundle);
await LocalDurableTestRunner.setupTestEnvironment({ skipTime: false });
const execution = await new LocalDurableTestRunner({ handlerFunction: handler }).run({ payload: JSON.parse(event) });
await LocalDurableTestRunner.teardownTestEnvironment();
process.stdout.write(`${JSON.stringify(execution.getResult())}\n`);
