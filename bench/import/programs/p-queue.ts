import PQueue from 'p-queue';
import pRetry from 'p-retry';
import { runProgram } from './program.ts';
import { type Post, scriptImport } from './script-import.ts';

/** exceljs, p-queue with eight calls at a time, and p-retry as it is: ten times, after 1, 2, 4 ... seconds. */
const queue = new PQueue({ concurrency: 8 });
const post: Post = (url, headers, body) =>
  pRetry(async () => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { ...headers, 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify(body),
    });
    if (response.ok) return (await response.json()) as Awaited<ReturnType<Post>>;
    await response.arrayBuffer();
    throw new Error(`HTTP ${response.status}`);
  });

await runProgram(async ({ klikitUrl, imports }) => {
  const [startedMs, startedCpu] = [performance.now(), process.cpuUsage()];
  for (const { merchant, file } of imports) await scriptImport(klikitUrl, merchant, file, post, (calls) => queue.addAll(calls));
  return { startedMs, startedCpu, roundsMs: [performance.now() - startedMs] };
});
