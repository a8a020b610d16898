import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import sparticuz from '@sparticuz/chromium';
import ExcelJS from 'exceljs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { reportKey } from '../../../functions/menu-import/report/store-report.ts';
import { s3ObjectStore } from '../../../functions/menu-import/store/s3-object-store.ts';
import { renderUploadPage } from '../../upload-page/render-upload-page.ts';
import { makeUploadLink } from '../command-line/upload-link/make-upload-link.ts';
import { localBuckets } from '../deployed-role.ts';
import { startLivePage } from '../live-page/start-live-page.ts';
import { startLocalStack } from '../start-local-stack.ts';

// The pictures of the documents, taken anew from the example: `npm run pictures`. That of the workbook needs LibreOffice and poppler.
const run = promisify(execFile);
const pictures = fileURLToPath(new URL('../../../docs/pictures/', import.meta.url));
const example = new URL('../example/warung-hoshi.xlsx', import.meta.url);
const directory = await mkdtemp(join(tmpdir(), 'menu-import-pictures-'));
const stack = await startLocalStack({ stateRoot: directory, merchants: ['warung-hoshi'] });
const livePage = await startLivePage(stack, 0);
// In one process, the browser ends with the first window that is closed.
const args = sparticuz.args.filter((arg) => !['--single-process', '--no-zygote'].includes(arg));
const browser = await chromium.launch({ executablePath: await sparticuz.executablePath(), args, env: { HOME: tmpdir() } });
try {
  const report = await stack.importWorkbook('warung-hoshi', 'warung-hoshi.xlsx', await readFile(example));
  const { merchant, id } = report.import;

  const page = await open(browser, livePage.url, { width: 1_000, height: 760 });
  await page.getByText('Open the report').first().waitFor();
  await page.screenshot({ path: join(pictures, 'live-page.png') });
  await page.goto(`${livePage.url}/reports/${merchant}/${id}/report.html`);
  await page.setViewportSize({ width: 1_100, height: 860 });
  await page.screenshot({ path: join(pictures, 'report-page.png') });
  await page.locator('#table').scrollIntoViewIfNeeded();
  await page.goto(`${page.url()}#Menu!F11`);
  await page.screenshot({ path: join(pictures, 'report-rows.png') });
  const phone = await open(browser, `${livePage.url}/reports/${merchant}/${id}/report.html`, { width: 390, height: 800 });
  await phone.screenshot({ path: join(pictures, 'report-phone.png') });

  const { link } = await makeUploadLink(stack.owner, localBuckets.uploads, { merchant, expiresSeconds: 7 * 24 * 3_600 });
  const uploadPage = join(directory, 'upload.html');
  await writeFile(uploadPage, await renderUploadPage({ ...link, language: 'en', contact: 'Sari, +62 812 5555 0100' }));
  const upload = await open(browser, pathToFileURL(uploadPage).href, { width: 390, height: 740 });
  await upload.screenshot({ path: join(pictures, 'upload-page.png') });

  const workbook = await s3ObjectStore(stack.owner, localBuckets.results).get(reportKey(merchant, id, 'xlsx'));
  await writeFile(join(directory, 'report.xlsx'), await withoutColumns(workbook?.bytes ?? new Uint8Array(), 'Menu', [2, 3, 4, 13]));
  await run('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', directory, join(directory, 'report.xlsx')]);
  const pdf = join(directory, 'report.pdf');
  const pictureOf = (number: number, name: string, crop: readonly string[]) =>
    run('pdftoppm', ['-png', '-singlefile', '-f', `${number}`, '-l', `${number}`, ...crop, pdf, join(pictures, name)]);
  await pictureOf(1, 'report-summary', ['-r', '110', '-x', '60', '-y', '70', '-W', '1120', '-H', '680']);
  await pictureOf(2, 'report-workbook', ['-r', '190', '-x', '130', '-y', '130', '-W', '1900', '-H', '460']);
} finally {
  await browser.close();
  await livePage.close();
  await stack.close();
  await rm(directory, { recursive: true });
}

/** A picture is only so wide. */
async function withoutColumns(bytes: Uint8Array, sheet: string, columns: readonly number[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as Parameters<typeof workbook.xlsx.load>[0]);
  for (const column of columns) {
    const hidden = workbook.getWorksheet(sheet)?.getColumn(column);
    if (hidden !== undefined) hidden.hidden = true;
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

async function open(from: Browser, address: string, viewport: { width: number; height: number }): Promise<Page> {
  const page = await from.newPage({ viewport, timezoneId: 'UTC', locale: 'en-GB' });
  await page.goto(address);
  return page;
}
