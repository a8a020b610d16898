import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const cdk = JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8')) as { app: string; context: Record<string, unknown> };

/** Runs the app as the CDK command line does, on a machine that puts nothing of ours in its PATH. */
async function runApp(context: Record<string, unknown>) {
  const directory = await temporaryDirectory();
  const path = (process.env['PATH'] ?? '').split(delimiter).filter((entry) => !entry.includes('node_modules'));
  const { status, stderr } = spawnSync(cdk.app, {
    shell: true,
    cwd: root,
    encoding: 'utf8',
    env: {
      ...process.env,
      PATH: path.join(delimiter),
      CDK_DOCKER: 'there-is-no-docker',
      CDK_OUTDIR: directory,
      CDK_CONTEXT_JSON: JSON.stringify({ ...cdk.context, ...context }),
    },
  });
  return { status, stderr, files: readdirSync(directory) };
}

describe('the CDK app', () => {
  test('synthesizes from cdk.json with whatever Node the machine has, no account and no Docker', async () => {
    const { status, files } = await runApp({});
    expect(status).toBe(0);
    expect(files).toContain('MenuImport.template.json');
    expect(files.filter((file) => file.startsWith('bundling-temp'))).toEqual([]);
  });

  test.each([
    ['a merchant with a space', { merchants: 'Warung Hoshi' }, 'merchants.0: small letters'],
    ['an address without encryption', { klikitApiUrl: 'http://api.dev.shadowchef.co' }, 'klikitApiUrl: must be https'],
  ])('says in one sentence what is wrong with %s', async (_, context, sentence) => {
    const { status, stderr, files } = await runApp(context);
    expect(status).toBe(1);
    expect(stderr.trim().split('\n')).toEqual([expect.stringContaining(sentence)]);
    expect(files).not.toContain('MenuImport.template.json');
  });
});
