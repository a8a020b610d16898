import { setTimeout as sleep } from 'node:timers/promises';
import { runProgram } from './program.ts';
import { type Post, scriptImport } from './script-import.ts';

/** exceljs and fetch, one call after the other; what fails is tried again after the pause that it asks for, or a second. */
const post: Post = async (url, headers, body) => {
  for (;;) {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { ...headers, 'idempotency-key': crypto.randomUUID() },
        body: JSON.stringify(body),
      });
      if (response.ok) return (await response.json()) as Awaited<ReturnType<Post>>;
      await response.arrayBuffer();
      await sleep(1_000 * Number(response.headers.get('retry-after') ?? 1));
    } catch {
      await sleep(1_000);
    }
  }
};

await runProgram(async ({ klikitUrl, imports }) => {
  const [startedMs, startedCpu] = [performance.now(), process.cpuUsage()];
  for (const { merchant, file } of imports) {
    await scriptImport(klikitUrl, merchant, file, post, async (calls) => {
      const answers = [];
      for (const call of calls) answers.push(await call());
      return answers;
    });
  }
  return { startedMs, startedCpu, roundsMs: [performance.now() - startedMs] };
});
