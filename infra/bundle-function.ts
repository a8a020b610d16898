import { fileURLToPath } from 'node:url';
import { type BuildOptions, type BuildResult, buildSync } from 'esbuild';

const source = fileURLToPath(new URL('../functions/menu-import/', import.meta.url));

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
  // Some dependencies are CommonJS and ask for Node's own modules by `require`.
  banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
} as const satisfies BuildOptions;

/**
 * Bundles the function into a directory: `handler.mjs`, and beside it the worker that reads workbooks. Everything that
 * it needs is inside, the AWS SDK too, so what was tested is what runs. Answers what each file is made of.
 */
export function bundleFunction(directory: string): NonNullable<BuildResult['metafile']> {
  const { metafile } = buildSync({
    ...bundling,
    entryPoints: { handler: `${source}handler.ts`, 'workbook-worker': `${source}workbook/workbook-worker.ts` },
    outdir: directory,
    metafile: true,
  });
  return metafile;
}
