import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import type { PageAssets } from '../functions/menu-import/report/render-page.ts';

const page = fileURLToPath(new URL('../functions/menu-import/report/page/', import.meta.url));

/** The script and the style of `report.html`, for the browsers of the last years. */
export function bundlePage(): PageAssets {
  return { script: bundled('report-page.ts'), style: bundled('report-page.css') };
}

/** The same for a function that runs from its sources, beside which nothing lies. */
export function pageFromSource(): Promise<PageAssets> {
  return Promise.resolve(bundlePage());
}

function bundled(file: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [`${page}${file}`],
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['chrome123', 'firefox120', 'safari17.5'],
    // Whatever a string says, it cannot end the element that the script stands in.
    supported: { 'inline-script': false, 'inline-style': false },
    charset: 'ascii',
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0]?.text.trim() ?? '';
}
