import type { HttpFetch } from '../klikit/http-fetch.ts';
import { callMetrics } from './metric-names.ts';
import type { SendMetrics } from './send-metrics.ts';

/**
 * Does some work with a `fetch` that counts, and sends the counts when the work is over, also where it throws: that klikit refuses the
 * credentials must not stay unsaid because S3 failed after it.
 */
export async function withCallMetrics<T>(fetch: HttpFetch, send: SendMetrics, work: (counting: HttpFetch) => Promise<T>): Promise<T> {
  const [calls, throttled, credentialsRefused] = [callMetrics.calls, callMetrics.throttled, callMetrics.credentialsRefused];
  const counts = { [calls]: 0, [throttled]: 0, [credentialsRefused]: 0 };
  try {
    return await work(async (url, init) => {
      counts[calls] += 1;
      const answer = await fetch(url, init);
      if (answer.status === 429) counts[throttled] += 1;
      if (answer.status === 401 || answer.status === 403) counts[credentialsRefused] += 1;
      return answer;
    });
  } finally {
    send(counts);
  }
}
