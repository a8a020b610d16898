import { readFileSync } from 'node:fs';
import * as z from 'zod';

const lockedPackage = z.object({
  version: z.string(),
  integrity: z.string().optional(),
  resolved: z.string().optional(),
  license: z.string().optional(),
  /** A folder on this machine in place of a package. */
  link: z.boolean().optional(),
  /** Needed by a development dependency only. */
  dev: z.boolean().optional(),
  /** Lies in the archive of the package that it is installed below. */
  inBundle: z.boolean().optional(),
  bundleDependencies: z.union([z.array(z.string()), z.boolean()]).optional(),
  hasInstallScript: z.boolean().optional(),
  dependencies: z.record(z.string(), z.string()).optional(),
  devDependencies: z.record(z.string(), z.string()).optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
});

const packageLock = z.object({ lockfileVersion: z.literal(3), packages: z.record(z.string(), lockedPackage) });

export type LockedPackage = z.infer<typeof lockedPackage>;
/** What is installed, by its place: `node_modules/a/node_modules/b`. The project itself is at ''. */
export type PackageLock = z.infer<typeof packageLock>;

/** The lock file of this project, or any other. */
export function readPackageLock(file: URL = new URL('../../../package-lock.json', import.meta.url)): PackageLock {
  return packageLock.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** All that is installed: everything but the project itself. */
export function installedPackages({ packages }: PackageLock): (readonly [place: string, entry: LockedPackage])[] {
  return Object.entries(packages).filter(([place]) => place !== '');
}

/** `@scope/b` of `node_modules/a/node_modules/@scope/b`. */
export function nameOfPlace(place: string): string {
  return place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
}
