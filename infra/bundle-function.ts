import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, buildSync, type Metafile } from 'esbuild';
import { bundlePage } from './bundle-page.ts';

const source = fileURLToPath(new URL('../functions/menu-import/', import.meta.url));
const besides = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** How everything that runs on Lambda is bundled. */
export const bundling = {
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  minify: true,
  legalComments: 'none',
  logLevel: 'error',
  mainFields: ['module', 'main'] as string[],
  // An import of `node:http` looks at all that it exports, its WebSocket too, for which Node loads the whole of undici: 20 ms at each
  // cold start, for what nobody here uses. `process.getBuiltinModule` looks at nothing. And what writes archives brings Node's own streams
  // again, three times.
  alias: {
    'node:http': besides('node-http.cjs'),
    'readable-stream/passthrough': besides('node-passthrough.cjs'),
    'readable-stream': 'node:stream',
  },
  // Some dependencies are CommonJS and ask for Node's own modules by `require`. The name is one that nobody else imports.
  banner: { js: "import{createRequire as nodeRequire}from'node:module';const require=nodeRequire(import.meta.url);" },
} as const satisfies BuildOptions;

/** How it is run. What packs workbooks, for exceljs, makes buffers in an old way; Node would say so at each start, and nobody could act on it. */
export const nodeOptions = '--disable-warning=DEP0005';

/**
 * Bundles the function into a directory: `handler.mjs`, beside it the worker that reads workbooks, and the parts that they share or
 * import when they are asked for, such as the ways to get credentials that Lambda does not use. Everything that it needs is inside, the
 * AWS SDK too, so what was tested is what runs, and the script and the style of `report.html`, as text. Answers what each file is made of.
 */
export function bundleFunction(directory: string): Metafile {
  const { metafile } = buildSync({
    ...bundling,
    entryPoints: { handler: `${source}handler.ts`, 'workbook-worker': `${source}workbook/workbook-worker.ts` },
    // Without it, what is imported on demand lies in the same file, is parsed at each start, and has its surroundings parsed twice.
    splitting: true,
    outdir: directory,
    metafile: true,
  });
  const { script, style } = bundlePage();
  writeFileSync(join(directory, 'report-page.js'), script);
  writeFileSync(join(directory, 'report-page.css'), style);
  return metafile;
}
