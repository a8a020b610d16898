import sparticuz from '@sparticuz/chromium';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, onTestFinished } from 'vitest';

// In one process, the browser ends with the first window that is closed.
const args = sparticuz.args.filter((arg) => !['--single-process', '--no-zygote'].includes(arg));

let started: Promise<Browser> | undefined;

/** A browser for the tests of one file, which is closed after them. */
async function browser(): Promise<Browser> {
  started ??= launch();
  return await started;
}

/** A browser that starts on a busy machine may end at once; the next one does not. */
async function launch(attempts = 3): Promise<Browser> {
  try {
    return await chromium.launch({ executablePath: await sparticuz.executablePath(), args, headless: true, env: { HOME: '/tmp' } });
  } catch (error) {
    if (attempts <= 1) throw error;
    return launch(attempts - 1);
  }
}

afterAll(async () => {
  await (await started)?.close();
});

/** What a page did besides showing itself. */
export interface OpenPage {
  page: Page;
  /** Dialogs, errors of scripts and requests: none is what a page without a network does. */
  surprises: string[];
}

/** Opens a text as a page, in a window of its own that is closed after the test. */
export async function openHtml(html: string, options: BrowserContextOptions = {}): Promise<OpenPage> {
  const { page, surprises } = await openWindow(options);
  const address = 'http://report.test/report.html';
  await page.context().route('**/*', async (route) => {
    if (route.request().url() === address) await route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
    else {
      surprises.push(`request: ${route.request().url()}`);
      await route.abort();
    }
  });
  await page.goto(address);
  return { page, surprises };
}

/** Opens a page where it is served, in a window of its own that is closed after the test. */
export async function openAddress(address: string, options: BrowserContextOptions = {}): Promise<OpenPage> {
  const opened = await openWindow(options);
  await opened.page.goto(address);
  return opened;
}

async function openWindow(options: BrowserContextOptions): Promise<OpenPage> {
  const context = await (await browser()).newContext(options);
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const surprises: string[] = [];
  page.on('dialog', (dialog) => {
    surprises.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', ({ message }) => surprises.push(`error: ${message}`));
  page.on('console', (message) => surprises.push(`console: ${message.text()}`));
  return { page, surprises };
}
