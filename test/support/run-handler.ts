/** Run as a process of its own: calls a bundled handler as Lambda does, without an event. What it prints is its log. */
const [bundle = '', name = 'handler'] = process.argv.slice(2);
const { [name]: handler } = await import(bundle);
await handler({}, { awsRequestId: 'test' });
