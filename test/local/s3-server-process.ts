import { startS3Server } from '../../infra/local/s3/start-s3-server.ts';

// A server in a process of its own, so that a test can kill it: says its address, and goes on until killed.
const [, , directory = '', bucket = ''] = process.argv;
const { url } = await startS3Server({ directory, buckets: [{ name: bucket }] });
process.stdout.write(`${url}\n`);
