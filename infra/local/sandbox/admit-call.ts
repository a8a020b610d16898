import type { SandboxAnswer } from './answers.ts';
import type { Business } from './business.ts';
import { checkCredentials } from './check-credentials.ts';
import { RateLimiter } from './rate-limiter.ts';
import type { SandboxCall } from './receive-call.ts';

type Admission = { refusal: SandboxAnswer } | { partnerKey: string; headers: Readonly<Record<string, string>> };

/** Decides, call by call, who is let in: by credentials, then by the rate cap of each credential. */
export function createAdmission({ answers, options: { rate }, now }: Business, credentials: () => Readonly<Record<string, string>>) {
  const limiters = new Map<string, RateLimiter>();
  return ({ authorization }: SandboxCall): Admission => {
    const caller = checkCredentials(authorization, credentials());
    if ('fault' in caller) return { refusal: answers.failure(caller.fault, 'These credentials are not accepted.') };
    const { partnerKey } = caller;
    if (rate === undefined) return { partnerKey, headers: {} };
    const limiter = limiters.get(partnerKey) ?? new RateLimiter(rate);
    limiters.set(partnerKey, limiter);
    const { isAdmitted, headers } = limiter.admit(now().getTime());
    return isAdmitted ? { partnerKey, headers } : { refusal: { ...answers.failure('rate_limit_exceeded', 'Too many calls.'), headers } };
  };
}
