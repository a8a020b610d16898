import { installedPackages, nameOfPlace, type PackageLock } from './package-lock.ts';

/** Where `allowScripts` of package.json and what the lock file says about install scripts part, one sentence each. */
export function faultsOfInstallScripts(lock: PackageLock, allowScripts: Readonly<Record<string, unknown>>): string[] {
  const scripted = new Set(
    installedPackages(lock)
      .filter(([, { hasInstallScript }]) => hasInstallScript === true)
      .map(([place]) => nameOfPlace(place)),
  );
  return [
    ...[...scripted]
      .filter((name) => typeof allowScripts[name] !== 'boolean')
      .map((name) => `${name} has an install script that nobody has decided about`),
    ...Object.keys(allowScripts)
      .filter((name) => !scripted.has(name))
      .map((name) => `${name} is in allowScripts, but no package of that name has an install script`),
  ];
}
