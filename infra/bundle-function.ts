import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, buildSync, type Metafile } from 'esbuild';
import { bundlePage } from './bundle-page.ts';

const source = fileURLToPath(new URL('../functions/menu-import/', import.meta.url));
const nodeHttp = fileURLToPath(new URL('node-http.cjs', import.meta.url));

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
  // cold start, for what nobody here uses. `process.getBuiltinModule` looks at nothing.
  alias: { 'node:http': nodeHttp },
  // Some dependencies are CommonJS and ask for Node's own modules by `require`. The name is one that nobody else imports.
  banner: { js: "import{createRequire as nodeRequire}from'node:module';const require=nodeRequire(import.meta.url);" },
} as const satisfies BuildOptions;

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
