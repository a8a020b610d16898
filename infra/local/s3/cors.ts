import type { IncomingHttpHeaders } from 'node:http';
import type { S3Answer } from './operation.ts';
import { S3Error } from './s3-error.ts';

/** Which pages of other origins may call a bucket, as the CORS rule of a bucket says it. */
export interface CorsRule {
  /** `*` is any, a page that was opened from a file among them: its origin is `null`. */
  origins: readonly string[];
  methods: readonly string[];
  /** Headers of an answer that such a page may read. */
  exposes: readonly string[];
}

/** The headers that let a page of another origin read an answer; none where no rule is for it. */
export function corsHeaders(rules: readonly CorsRule[], headers: IncomingHttpHeaders, method: string): Record<string, string> {
  const { origin } = headers;
  const rule = rules.find(({ origins, methods }) => origin !== undefined && matches(origins, origin) && methods.includes(method));
  if (rule === undefined) return {};
  return {
    'access-control-allow-origin': rule.origins.includes('*') ? '*' : (origin ?? ''),
    'access-control-allow-methods': rule.methods.join(', '),
    'access-control-expose-headers': rule.exposes.join(', '),
    vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
  };
}

/** What a browser asks before it sends. Throws `AccessForbidden` where it must not, and for headers, which no rule here allows. */
export function answerPreflight(rules: readonly CorsRule[], headers: IncomingHttpHeaders): S3Answer {
  if (rules.length === 0) throw new S3Error('AccessForbidden', { message: 'CORSResponse: CORS is not enabled for this bucket.' });
  const allowed = corsHeaders(rules, headers, headers['access-control-request-method'] ?? '');
  if (Object.keys(allowed).length === 0 || (headers['access-control-request-headers'] ?? '') !== '') {
    throw new S3Error('AccessForbidden', { message: 'CORSResponse: This CORS request is not allowed.' });
  }
  return { status: 200, headers: allowed };
}

function matches(origins: readonly string[], origin: string): boolean {
  return origins.includes('*') || origins.includes(origin);
}
