import { readFile } from 'node:fs/promises';
import type { PageAssets } from './render-page.ts';

/** Script and style of `report.html` as they lie beside the bundle. */
export async function readPageAssets(): Promise<PageAssets> {
  const read = (name: string) => readFile(new URL(`./${name}`, import.meta.url), 'utf8');
  const [script, style] = await Promise.all([read('report-page.js'), read('report-page.css')]);
  return { script, style };
}
