import { installedPackages, type LockedPackage, nameOfPlace, type PackageLock } from './package-lock.ts';

const registry = 'https://registry.npmjs.org/';
const sha512 = /^sha512-[A-Za-z0-9+/]{86}==$/;
const exactVersion = /^\d+\.\d+\.\d+$/;

/**
 * Who may bring packages in an archive of its own. npm writes no checksum for those: they are never fetched, and the checksum of the
 * archive covers them.
 */
const bundlers = new Set(['aws-cdk-lib', '@aws-cdk/cloud-assembly-schema']);

/** What keeps a lock file from naming every byte that it installs, one sentence each. An entry without `resolved` is the registry's. */
export function faultsOfLock(lock: PackageLock): string[] {
  const root = lock.packages[''];
  const asked = Object.entries({ ...root?.dependencies, ...root?.devDependencies, ...root?.optionalDependencies });
  return [
    ...asked
      .filter(([, version]) => !exactVersion.test(version))
      .map(([name, version]) => `${name} is asked for as ${version}, which is no exact version`),
    ...installedPackages(lock).flatMap(([place, entry]) => faultOf(lock, place, entry)),
  ];
}

function faultOf(lock: PackageLock, place: string, { integrity, resolved, link, inBundle }: LockedPackage): string[] {
  if (link === true || !place.startsWith('node_modules/')) return [`${place} is a folder, no package`];
  if (resolved !== undefined && !resolved.startsWith(registry)) return [`${place} does not come from ${registry} but from ${resolved}`];
  if (inBundle === true) return isCovered(lock, place) ? [] : [`${place} is said to be bundled by a package that may not bundle`];
  return sha512.test(integrity ?? '') ? [] : [`${place} has no SHA-512 checksum`];
}

/** Whether the package around it may bundle, says that it does, and has a checksum. */
function isCovered(lock: PackageLock, place: string): boolean {
  const around = place.slice(0, place.lastIndexOf('/node_modules/'));
  const entry = lock.packages[around];
  if (entry?.inBundle === true) return isCovered(lock, around);
  return bundlers.has(nameOfPlace(around)) && entry?.bundleDependencies !== undefined && sha512.test(entry.integrity ?? '');
}
