import type { AcceptedAdvisory } from './accepted-advisories.ts';
import { type AuditAnswer, type Severity, severities } from './audit-answer.ts';

/**
 * From here on an advisory fails the check. What is deployed reads strangers' files and holds credentials: moderate is enough. Tools run on our own
 * sources, where most advisories of that severity need an attacker who writes our configuration.
 */
const failsFrom = { deployed: 'moderate', elsewhere: 'high' } as const satisfies Record<string, Severity>;

type JudgedAdvisory = { id: string; fails: boolean; sentence: string };

/**
 * What is known against the packages themselves; that others depend on them adds nothing.
 *
 * @param deployed The places of the packages that are deployed
 * @param today The day as 2026-12-31
 */
export function judgeAdvisories(
  { vulnerabilities }: AuditAnswer,
  { deployed, accepted, today }: { deployed: ReadonlySet<string>; accepted: readonly AcceptedAdvisory[]; today: string },
): JudgedAdvisory[] {
  return Object.values(vulnerabilities).flatMap(({ name, via, nodes }) => {
    const where = nodes.some((place) => deployed.has(place)) ? 'deployed' : 'elsewhere';
    return via
      .filter((one) => typeof one !== 'string')
      .map(({ url, source, title, severity, range }) => {
        const id = /GHSA(?:-[0-9a-z]{4}){3}$/.exec(url)?.[0] ?? `${source}`;
        const known = accepted.find((one) => one.id === id && one.package === name);
        const serious = severities.indexOf(severity) >= severities.indexOf(failsFrom[where]);
        const said = `${severity}, ${where === 'deployed' ? 'deployed' : 'not deployed'}: ${name} ${range}: ${title} (${id})`;
        if (known === undefined) return { id, fails: serious, sentence: said };
        const over = known.until < today;
        return {
          id,
          fails: serious && over,
          sentence: `${said}; accepted until ${known.until}${over ? ', which is over' : ''}: ${known.reason}`,
        };
      });
  });
}
