import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import type { importEvent } from '../../../functions/menu-import/import-event.ts';
import { bundling } from '../../../infra/bundle-function.ts';

/** A mistake that somebody could make: one place of the importer, written otherwise. */
export interface PlantedBug {
  /** What a reviewer would say. */
  name: string;
  changes: { file: string; from: string; to: string }[];
}

const packages = fileURLToPath(new URL('../../../node_modules/', import.meta.url));
const source = fileURLToPath(new URL('../../../functions/menu-import/', import.meta.url));

/** The importer with the mistake in it. Rejects where the place that it changes is not there any more: then the mistake must be planted anew. */
export async function plantBug({ changes }: PlantedBug): Promise<typeof importEvent> {
  // Below the packages, which need not be bundled for that.
  const directory = await mkdtemp(join(packages, '.menu-import-planted-'));
  try {
    const outfile = join(directory, 'importer.mjs');
    const entryPoint = join(source, 'import-event.ts');
    const { outExtension: _, ...options } = bundling;
    await build({ ...options, minify: false, packages: 'external', entryPoints: [entryPoint], outfile, plugins: [rewriting(changes)] });
    const importer = (await import(pathToFileURL(outfile).href)) as { importEvent: typeof importEvent };
    return importer.importEvent;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

function rewriting(changes: PlantedBug['changes']): Plugin {
  return {
    name: 'plant-bug',
    setup(hooks) {
      const planted = new Set<string>();
      for (const file of new Set(changes.map((change) => change.file))) {
        hooks.onLoad({ filter: new RegExp(`functions/menu-import/${file.replaceAll('.', String.raw`\.`)}$`) }, async ({ path }) => {
          planted.add(file);
          const here = changes.filter((change) => change.file === file);
          const contents = here.reduce((text, change) => rewrite(text, change), await readFile(path, 'utf8'));
          return { contents, loader: 'ts' };
        });
      }
      hooks.onEnd(() => {
        for (const { file } of changes) if (!planted.has(file)) throw new Error(`${file} is no part of the importer`);
      });
    },
  };
}

function rewrite(text: string, { file, from, to }: PlantedBug['changes'][number]): string {
  const times = text.split(from).length - 1;
  if (times !== 1) throw new Error(`${file} has ${times} times what is to be changed: ${from}`);
  return text.replace(from, () => to);
}
