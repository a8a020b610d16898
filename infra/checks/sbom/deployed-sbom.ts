import { createHash } from 'node:crypto';
import * as z from 'zod';

const component = z.looseObject({ 'bom-ref': z.string(), name: z.string(), version: z.string(), purl: z.string() });
const hashed = component.extend({ hashes: z.array(z.object({ alg: z.string(), content: z.string() })).min(1) });
const npmSbom = z.looseObject({
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.string(),
  metadata: z.looseObject({ component }),
  components: z.array(component).min(1),
  dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()) })),
});

/**
 * What `npm sbom` says of all that is installed, without what serves development alone, each with the scope that CycloneDX has for it: `required`
 * where files of a package are deployed, `excluded` where none is. `npm sbom --omit dev` leaves out what both sides need (npm/cli#7909), the
 * AWS SDK's core among it. The same lock file and sources give the same bytes: npm's time stamp and random number are replaced.
 *
 * @param project The name of the project, which npm takes from the folder
 * @param runtime `name@version` of all that is installed for what is deployed
 * @param deployed Those of which files are deployed. One that npm does not list, or lists without a hash, is an error.
 */
export function deployedSbom(
  answer: unknown,
  { project, runtime, deployed }: { project: string; runtime: ReadonlySet<string>; deployed: ReadonlySet<string> },
): object {
  const sbom = npmSbom.parse(answer);
  const root = sbom.metadata.component['bom-ref'];
  const components = sbom.components.filter((one) => runtime.has(one['bom-ref']));
  const covered = new Set(components.filter((one) => hashed.safeParse(one).success).map((one) => one['bom-ref']));
  const missing = [...deployed].filter((one) => !covered.has(one));
  if (missing.length > 0) throw new Error(`npm's list has no hash of what is deployed: ${missing.join(', ')}`);

  const { timestamp: _, ...metadata } = sbom.metadata;
  const content = {
    ...sbom,
    serialNumber: undefined,
    metadata: { ...metadata, component: { ...metadata.component, name: project } },
    // Where a package is installed in several places, npm's remarks are about one of them.
    components: components.map((one) => ({ ...one, scope: deployed.has(one['bom-ref']) ? 'required' : 'excluded', properties: [] })),
    dependencies: sbom.dependencies
      .filter(({ ref }) => ref === root || runtime.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => runtime.has(one)) })),
  };
  return { ...content, serialNumber: `urn:uuid:${uuidOf(JSON.stringify(content))}` };
}

/** A UUID of version 8, which is anyone's own: here of what it names. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
