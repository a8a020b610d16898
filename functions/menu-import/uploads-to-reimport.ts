import { type ImportRequest, importId } from './import-request.ts';
import { isUploadOf, type Reimport } from './parse-event.ts';
import { readReport } from './report/store-report.ts';
import type { ObjectStore } from './store/object-store.ts';

interface ReimportStores {
  uploadsBucket: string;
  uploads: Pick<ObjectStore, 'listCurrent'>;
  results: ObjectStore;
}

/**
 * The current version of every workbook that the merchant has uploaded and not deleted, in the order of the keys. A version
 * that was refused for what it is would only be refused again; a secret that was missing may be there by now.
 */
export async function uploadsToReimport(
  { merchant, reason, id }: Reimport,
  { uploadsBucket: bucket, uploads, results }: ReimportStores,
): Promise<ImportRequest[]> {
  const current = await uploads.listCurrent(`uploads/${merchant}/`);
  const requests = await Promise.all(
    current.map(async (version): Promise<ImportRequest | undefined> => {
      if (!isUploadOf(merchant, version.key)) return undefined;
      const upload: ImportRequest = { merchant, trigger: 'upload', occurrence: '', bucket, ...version };
      const report = await readReport(results, merchant, importId(upload));
      const { outcome, reason: refusal = '' } = report?.import ?? {};
      if (outcome === 'refused' && !refusal.startsWith('secret_')) return undefined;
      return { ...upload, trigger: reason, occurrence: id };
    }),
  );
  return requests.filter((request) => request !== undefined);
}
