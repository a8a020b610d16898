import type { ImportSettings } from '../../functions/menu-import/import-ports.ts';
import { importId } from '../../functions/menu-import/import-request.ts';
import { reportKey } from '../../functions/menu-import/report/store-report.ts';
import type { Workbook } from '../../functions/menu-import/workbook/workbook.ts';
import { objectCreatedEvent } from '../../infra/local/s3/object-created-event.ts';
import { buildWorkbook } from '../support/build-workbook.ts';
import type { ExpectedImport, ExpectedRow } from './invariants/end-state.ts';
import type { MemoryBucket } from './memory-bucket.ts';

export const merchant = 'demo';
export const uploadsBucket = 'uploads';
const key = `uploads/${merchant}/menu.xlsx`;

/** Easy to find wherever it should not be: with characters that encodings change. */
export const credentials = { partnerKey: 'partner-of-the-matrix', secretKey: 'Sup3r/Secret+Key=of~the?matrix' };

export const groups = [
  { id: 2101, title: 'Spice level' },
  { id: 2105, title: 'Drink size' },
];

/** Small enough that a run meets every limit: five creates are two chunks, and a send window ends within a few pauses. */
export const settings: Omit<ImportSettings, 'inDoubt'> = {
  apiUrl: 'https://klikit.test',
  maxConcurrency: 2,
  requestTimeoutMs: 1_000,
  maxPauseSeconds: 30,
  chunkSize: 3,
  mostOpen: 2,
  sendWindowMs: 5_000,
  clockMarginMs: 500,
};

type ItemWords = [title: string, sku: string | null, price: number | null, fate: ExpectedRow['fate']];

const items: ItemWords[] = [
  ['Nasi goreng', 'A1', 45_000, 'sent'],
  ['Kopi 珈琲 ☕', null, 20_000, 'sent'],
  ['Mie without a price', 'A4', null, 'failed'],
  ['Rendang, twice', 'A5', 60_000, 'failed'],
  ['Rendang, twice', 'A5', 60_000, 'failed'],
];

/** The same menu as the merchant has corrected it: a price, a title that nothing else tells apart, and one item more. */
const laterItems: ItemWords[] = [
  ['Nasi goreng', 'A1', 47_000, 'edited'],
  ['Kopi susu 珈琲 ☕', null, 20_000, 'sent'],
  ...items.slice(2),
  ['Bakso', 'A6', 25_000, 'sent'],
];

/** klikit has no group of the number 9999, and refuses the link. */
const options: [title: string, price: number, group: number | string, groupId: number, linkFate: 'sent' | 'refused'][] = [
  ['Extra egg', 5_000, 2101, 2101, 'sent'],
  ['Large', 3_000, 'Drink size', 2105, 'sent'],
  ['Sauce of no group', 3_000, 9_999, 9_999, 'refused'],
];

function menuOf(items: readonly ItemWords[]) {
  return {
    sheets: {
      Items: [['Title', 'SKU', 'Price'], ...items.map(([title, sku, price]) => [title, sku, price])],
      'Modifier options': [['Title', 'Price', 'Modifier group'], ...options.map(([title, price, group]) => [title, price, group])],
    },
    rows: [
      ...items.map(([title, , , fate], index): ExpectedRow => ({ sheet: 'Items', row: index + 2, title, fate })),
      ...options.map(([title, , , groupId, linkFate], index): ExpectedRow => {
        return { sheet: 'Modifier options', row: index + 2, title, fate: 'sent', groupId, linkFate };
      }),
    ],
  };
}

/** What the merchant uploads first: good rows, an invalid one, two that are the same, options with links. */
export const scenarioMenu = menuOf(items);

/** And what comes after it under the same name. */
const menus = [scenarioMenu, menuOf(laterItems)].map(({ sheets, rows }) => ({ workbook: buildWorkbook(sheets), rows }));

/** The bytes of a version only name it, so that nothing has to be unpacked. */
export function readScenarioWorkbook(bytes: Uint8Array): Promise<Workbook> {
  const menu = menus[Number(new TextDecoder().decode(bytes))];
  return menu === undefined ? Promise.reject(new Error('no workbook of the scenario')) : Promise.resolve(menu.workbook);
}

/** One upload of a version of the menu. */
export interface Upload {
  /** The notification of S3. */
  event: unknown;
  expected: ExpectedImport;
}

/** Uploads the first versions of the menu, one over the other. */
export function uploadMenus(uploads: MemoryBucket, count: number): Upload[] {
  return menus.slice(0, count).map(({ rows }, index) => {
    const { versionId = '', etag, bytes, lastModified } = uploads.upload(key, String(index));
    const object = {
      key,
      versionId,
      etag: etag.replaceAll('"', ''),
      sizeBytes: bytes.length,
      lastModified,
      sequence: (index + 1).toString(16).toUpperCase().padStart(16, '0'),
      deleteMarker: false as const,
      checksums: {},
      headers: {},
      bodyFile: '',
    };
    const caller = { accessKeyId: 'owner', region: 'us-east-1' };
    const event = objectCreatedEvent('ObjectCreated:Put', uploadsBucket, object, { requestId: `upload-${index + 1}`, caller });
    const id = importId({ merchant, trigger: 'upload', occurrence: '', bucket: uploadsBucket, key, versionId });
    // An older version may meet a newer one that was imported before it.
    const mayBeSuperseded = index < count - 1;
    return { event, expected: { reportKey: reportKey(merchant, id), rows, mayBeSuperseded } };
  });
}
