import type { Failure } from './failure.ts';

export type Answer = { outcome: 'arrived' } | { outcome: 'expired' } | { outcome: 'failed'; failure: Failure; code: string };

/** S3's codes for what signed the page: switched off, or temporary and at its end. */
const keyEnded = new Set(['ExpiredToken', 'InvalidAccessKeyId', 'InvalidToken']);

/** What S3 answered to the form. `body` is its XML where it refused. */
export function readAnswer(status: number, body: string): Answer {
  if (status >= 200 && status < 300) return { outcome: 'arrived' };
  const code = /<Code>(\w+)<\/Code>/.exec(body)?.[1] ?? `HTTP ${status}`;
  if (code === 'AccessDenied' && body.includes('Policy expired')) return { outcome: 'expired' };
  return { outcome: 'failed', failure: failureOf(status, code), code };
}

function failureOf(status: number, code: string): Failure {
  if (keyEnded.has(code)) return 'withdrawn';
  if (code === 'EntityTooLarge') return 'tooLarge';
  if (code === 'EntityTooSmall') return 'empty';
  // S3 closes connections that fall silent, and then says so.
  if (code === 'RequestTimeout' || code === 'IncompleteBody') return 'broken';
  return status >= 500 || status === 429 ? 'busy' : 'refused';
}
