import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, buildSync } from 'esbuild';
import type { PageAssets } from '../functions/menu-import/report/render-page.ts';

const page = fileURLToPath(new URL('../functions/menu-import/report/page/', import.meta.url));

/** For the browsers of the last years. */
const options = (file: string) =>
  ({
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
  }) as const satisfies BuildOptions;

type Built = { outputFiles: readonly { text: string }[] };
const textOf = ({ outputFiles }: Built): string => outputFiles[0]?.text.trim() ?? '';

/** The script and the style of `report.html`. */
export function bundlePage(): PageAssets {
  return { script: textOf(buildSync(options('report-page.ts'))), style: textOf(buildSync(options('report-page.css'))) };
}

let fromSource: Promise<PageAssets> | undefined;

/** The same for a function that runs from its sources, beside which nothing lies. */
export function pageFromSource(): Promise<PageAssets> {
  fromSource ??= Promise.all([build(options('report-page.ts')), build(options('report-page.css'))]).then(([script, style]) => ({
    script: textOf(script),
    style: textOf(style),
  }));
  return fromSource;
}
