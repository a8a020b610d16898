import sparticuz from '@sparticuz/chromium';

/** Once before all tests: two files that unpack the browser at once would start half of it. */
export default async function unpackBrowser(): Promise<void> {
  await sparticuz.executablePath();
}
