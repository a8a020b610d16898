import type { SignedLink } from './make-upload-link.ts';

const until = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short', timeZone: 'UTC' });

const credentialsSay = {
  no: '',
  sooner:
    'That is when the credentials end that signed it, sooner than was asked for. A key of an IAM user lasts; docs/operations.md says which.\n',
  unknown:
    'It was signed with temporary credentials that do not say when they end: it ends with them, which may be within the hour, whatever the page says.\nA key of an IAM user lasts; docs/operations.md says which.\n',
} as const;

/** What whoever made a page has to know of it. */
export function showUploadLink(
  { link, accessKeyId, endsWithCredentials }: SignedLink,
  { out, bucketName, isLocal }: { out: string; bucketName: string; isLocal: boolean },
): string {
  return [
    `Wrote ${out}. It uploads menus of ${link.merchant} to ${bucketName} until ${until.format(new Date(link.expiresAt))} UTC.\n`,
    credentialsSay[endsWithCredentials],
    isLocal
      ? 'It works on this machine, while serve runs. Open it in a browser.\n'
      : `Send it to ${link.merchant}, and to nobody else: by mail or chat, as a file. It opens in a browser.\n`,
    `Keep it as you keep a password: whoever has the page can upload menus of ${link.merchant} until then.\n`,
    isLocal
      ? ''
      : `There is no calling it back alone. If it must end sooner, switch off the key that signed it, ${accessKeyId}: that ends every link it signed.\n`,
  ].join('');
}
