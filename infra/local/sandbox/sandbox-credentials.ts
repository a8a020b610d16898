import { randomBytes } from 'node:crypto';

/** What opens a sandbox that was given no credentials. The secret is another one in every process. */
export const sandboxCredentials = { partnerKey: 'sandbox-partner', secretKey: randomBytes(24).toString('base64url') };
