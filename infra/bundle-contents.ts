import type { Metafile } from 'esbuild';

/** The file of a bundle with that name. */
export function outputNamed({ outputs }: Metafile, name: string): string {
  const found = Object.keys(outputs).find((path) => path.endsWith(`/${name}`));
  if (found === undefined) throw new Error(`the bundle has no ${name}`);
  return found;
}

/** The files that are loaded together with one of them: those that it imports, and so on. Not what is imported on demand. */
export function loadedWith({ outputs }: Metafile, file: string): string[] {
  const loaded = new Set([file]);
  for (const path of loaded) {
    const imports = outputs[path]?.imports ?? [];
    for (const { kind, external, path: imported } of imports) {
      if (kind === 'import-statement' && external !== true) loaded.add(imported);
    }
  }
  return [...loaded];
}

/** How many bytes each package has in these files, the largest first. The sources that are in no package are the function's own. */
export function bytesByPackage({ outputs }: Metafile, files: readonly string[]): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const [path, { bytesInOutput }] of files.flatMap((file) => Object.entries(outputs[file]?.inputs ?? {}))) {
    const name = packageOf(path) ?? 'the function';
    sizes.set(name, (sizes.get(name) ?? 0) + bytesInOutput);
  }
  return new Map([...sizes].toSorted(([, a], [, b]) => b - a));
}

/** `@aws-sdk/client-s3` of `node_modules/@aws-sdk/client-s3/dist-es/S3Client.js`; of a package in a package, the inner one. */
function packageOf(path: string): string | undefined {
  return /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1];
}
