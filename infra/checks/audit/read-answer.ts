import { installedPackages, type PackageLock } from '../lock/package-lock.ts';
import { type AuditAnswer, auditAnswer, auditError, severities } from './audit-answer.ts';

export type ReadAnswer = { complete: true; answer: AuditAnswer } | { complete: false; why: string };

/** Reads what `npm audit --json` printed. Silence, half an answer and an answer about something else are no proof that nothing is known. */
export function readAnswer(printed: string, lock: PackageLock): ReadAnswer {
  const parsed = parseJson(printed);
  if (parsed === undefined)
    return { complete: false, why: printed.trim() === '' ? 'npm audit printed nothing' : 'npm audit did not print JSON' };
  const failed = auditError.safeParse(parsed);
  if (failed.success) {
    const { message, error } = failed.data;
    return {
      complete: false,
      why: `npm audit failed: ${[message, error.code, error.summary].filter(Boolean).join(', ') || 'it does not say why'}`,
    };
  }
  const read = auditAnswer.safeParse(parsed);
  if (!read.success)
    return { complete: false, why: `npm audit printed something else than its report (${read.error.issues[0]?.path.join('.')})` };
  const why = whatIsMissing(read.data, lock);
  return why === undefined ? { complete: true, answer: read.data } : { complete: false, why };
}

/** Where its own counts, or the lock file, say that there should be more. */
function whatIsMissing({ vulnerabilities, metadata }: AuditAnswer, lock: PackageLock): string | undefined {
  const places = new Set(installedPackages(lock).map(([place]) => place));
  if (metadata.dependencies.total !== places.size) {
    return `npm audit looked at ${metadata.dependencies.total} packages, the lock file has ${places.size}`;
  }
  const listed = Object.values(vulnerabilities);
  const counts = metadata.vulnerabilities;
  const differs = severities.some((severity) => listed.filter((one) => one.severity === severity).length !== counts[severity]);
  if (differs || counts.total !== listed.length) return 'what npm audit lists is not what it counts';
  const unknown = listed.flatMap(({ nodes, via }) => [
    ...nodes.filter((place) => !places.has(place)),
    ...via.filter((one) => typeof one === 'string').filter((name) => vulnerabilities[name] === undefined),
  ]);
  return unknown.length === 0 ? undefined : `npm audit names ${unknown[0]} and says nothing more about it`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
