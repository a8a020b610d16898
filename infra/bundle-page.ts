import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, buildSync } from 'esbuild';
import type { PageAssets } from '../functions/menu-import/report/render-page.ts';

const page = new URL('../functions/menu-import/report/page/', import.meta.url);
const reportScript = new URL('report-page.ts', page);
const reportStyle = new URL('report-page.css', page);

/** For the browsers of the last years. */
const options = (file: URL) =>
  ({
    entryPoints: [fileURLToPath(file)],
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
  return { script: textOf(buildSync(options(reportScript))), style: textOf(buildSync(options(reportStyle))) };
}

/** Script and style of any page. */
export async function bundleAssets(script: URL, style: URL): Promise<PageAssets> {
  const built = await Promise.all([build(options(script)), build(options(style))]);
  return { script: textOf(built[0]), style: textOf(built[1]) };
}

let fromSource: Promise<PageAssets> | undefined;

/** Those of `report.html` for a function that runs from its sources, beside which nothing lies. */
export function pageFromSource(): Promise<PageAssets> {
  fromSource ??= bundleAssets(reportScript, reportStyle);
  return fromSource;
}
