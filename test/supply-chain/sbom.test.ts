import { expect, test } from 'vitest';
import { deployedSbom } from '../../infra/checks/sbom/deployed-sbom.ts';

/** As npm 11 writes it: `a` is deployed and needs `b`, which is not; `c` is a tool that needs `a`. */
function npmSbom({ timestamp, serialNumber }: { timestamp: string; serialNumber: string }) {
  const component = (name: string, development = false) => ({
    'bom-ref': `${name}@1.0.0`,
    type: 'library',
    name,
    version: '1.0.0',
    scope: 'required',
    purl: `pkg:npm/${name}@1.0.0`,
    properties: development ? [{ name: 'cdx:npm:package:development', value: 'true' }] : [],
    externalReferences: [],
    hashes: [{ alg: 'SHA-512', content: '00' }],
    licenses: [{ license: { id: 'MIT' } }],
  });
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    serialNumber,
    version: 1,
    metadata: {
      timestamp,
      tools: [{ vendor: 'npm', name: 'cli', version: '11.19.1' }],
      component: { ...component('project'), name: 'folder' },
    },
    // npm remarks of `a` that it serves development, for it met it below `c` first.
    components: [component('a', true), component('b'), component('c', true)],
    dependencies: [
      { ref: 'project@1.0.0', dependsOn: ['a@1.0.0', 'c@1.0.0'] },
      { ref: 'a@1.0.0', dependsOn: ['b@1.0.0'] },
      { ref: 'b@1.0.0', dependsOn: [] },
      { ref: 'c@1.0.0', dependsOn: ['a@1.0.0'] },
    ],
  };
}

const once = npmSbom({ timestamp: '2026-12-01T11:41:32.494Z', serialNumber: 'urn:uuid:5a3c163e-abae-4b2d-821a-136816250da8' });
const again = npmSbom({ timestamp: '2026-12-02T08:00:00.000Z', serialNumber: 'urn:uuid:405dd791-0a3a-4773-baf0-d2756f685046' });
const known = { project: 'project', runtime: new Set(['a@1.0.0', 'b@1.0.0']), deployed: new Set(['a@1.0.0']) };

test('the SBOM holds what is installed for the functions, and says what of it is deployed', () => {
  expect(deployedSbom(once, known)).toMatchObject({
    bomFormat: 'CycloneDX',
    metadata: { component: { name: 'project' } },
    components: [
      { purl: 'pkg:npm/a@1.0.0', scope: 'required', properties: [] },
      { purl: 'pkg:npm/b@1.0.0', scope: 'excluded' },
    ],
    dependencies: [
      { ref: 'project@1.0.0', dependsOn: ['a@1.0.0'] },
      { ref: 'a@1.0.0', dependsOn: ['b@1.0.0'] },
      { ref: 'b@1.0.0', dependsOn: [] },
    ],
  });
});

test('the same packages give the same SBOM, others another number', () => {
  const numbered = { serialNumber: expect.stringMatching(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/) };
  const sbom = deployedSbom(once, known);
  expect(sbom).toMatchObject(numbered);
  expect(JSON.stringify(deployedSbom(again, known))).toBe(JSON.stringify(sbom));
  expect(deployedSbom(once, { ...known, deployed: new Set() })).not.toMatchObject({
    serialNumber: (sbom as { serialNumber: string }).serialNumber,
  });
});

test('what is deployed must be listed, with a hash', () => {
  expect(() => deployedSbom(once, { ...known, deployed: new Set(['d@1.0.0']) })).toThrow('d@1.0.0');
  const unhashed = { ...once, components: once.components.map((component) => ({ ...component, hashes: [] })) };
  expect(() => deployedSbom(unhashed, known)).toThrow('no hash of what is deployed: a@1.0.0');
});

test('what is no CycloneDX is refused', () => {
  expect(() => deployedSbom({ ...once, bomFormat: 'SPDX' }, known)).toThrow('CycloneDX');
});
