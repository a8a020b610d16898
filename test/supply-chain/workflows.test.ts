import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const folder = new URL('../../.github/workflows/', import.meta.url);
const workflows = readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')] as const);

describe.each(workflows)('the workflow %s', (_, text) => {
  test('runs actions by the commit, and says which version that is', () => {
    const uses = text.match(/^.*\buses:.*$/gm) ?? [];
    expect(uses.filter((line) => !/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
  });

  test('may read the sources, and nothing else', () => {
    expect(text.match(/^ *permissions:.*(?:\n +.*)*/gm)).toEqual(['permissions:\n  contents: read']);
    expect(text.match(/persist-credentials: false/g)?.length).toBe(text.match(/actions\/checkout@/g)?.length);
    expect(text).not.toMatch(/pull_request_target|secrets\./);
  });
});
