import { installedPackages, nameOfPlace, type PackageLock } from '../lock/package-lock.ts';
import { allowedAsTool, allowedToRun, excepted } from './allowed-licences.ts';

/** `deployed`: files of it run on AWS. `dependency`: installed for the function, but none of it is in a bundle. `tool`: for development only. */
type Role = 'deployed' | 'dependency' | 'tool';
export type JudgedLicence = { name: string; version: string; licence: string; role: Role; fault?: string };

/** Every installed package with its licence, and what is wrong with that. */
export function judgeLicences(lock: PackageLock, deployed: ReadonlySet<string>): JudgedLicence[] {
  return installedPackages(lock).map(([place, { version, license, dev }]) => {
    const role = deployed.has(place) ? 'deployed' : dev === true ? 'tool' : 'dependency';
    const judged = { name: nameOfPlace(place), version, licence: license ?? 'none', role } as const;
    const fault = faultOf(judged);
    return fault === undefined ? judged : { ...judged, fault };
  });
}

function faultOf({ name, version, licence, role }: JudgedLicence): string | undefined {
  const package_ = `${name}@${version}`;
  if (isAllowed(licence, role === 'tool' ? allowedAsTool : allowedToRun)) return undefined;
  if (excepted[package_] !== undefined && role !== 'deployed') return undefined;
  return `${package_} (${role}) has the licence ${licence}, which is not in infra/checks/licences/allowed-licences.ts`;
}

/** Of `A OR B` one is enough, of `A AND B` both are needed. What is nested deeper is not read, and so not allowed: a person must look. */
export function isAllowed(expression: string, allowed: ReadonlySet<string>): boolean {
  const bare = /^\(([^()]*)\)$/.exec(expression)?.[1] ?? expression;
  return bare.split(' OR ').some((choice) => choice.split(' AND ').every((licence) => allowed.has(licence)));
}

/** Exceptions for what is not installed any more. */
export function unusedExceptions(judged: readonly JudgedLicence[]): string[] {
  const there = new Set(judged.map(({ name, version }) => `${name}@${version}`));
  return Object.keys(excepted).filter((package_) => !there.has(package_));
}
