import type { EndState } from './end-state.ts';

/** No credential is in the results bucket or in the log, whichever way it is written. */
export function checkSecrets({ credentials: { partnerKey, secretKey }, puts, logLines }: EndState): string[] {
  const plain = [secretKey, partnerKey, `${partnerKey}:${secretKey}`];
  const forms = new Set(plain.flatMap(spellings));
  const texts = [...puts.map(({ key, body }) => [key, `${key} ${body}`] as const), ...logLines.map((line) => ['the log', line] as const)];
  return texts.flatMap(([where, text]) =>
    [...forms].filter((form) => text.includes(form)).map((form) => `a credential is in ${where}, as ${form}`),
  );
}

/** As they are, in base64 of both kinds and with or without its padding, in hexadecimal, in a URL, and in JSON. */
function spellings(text: string): string[] {
  const bytes = Buffer.from(text);
  const base64 = bytes.toString('base64').replace(/=+$/, '');
  const each = [text, base64, bytes.toString('base64url'), bytes.toString('hex')];
  return each.flatMap((form) => [form, encodeURIComponent(form), JSON.stringify(form).slice(1, -1)]);
}
