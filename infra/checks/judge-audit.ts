import { text } from 'node:stream/consumers';
import { acceptedAdvisories } from './audit/accepted-advisories.ts';
import { judgeAdvisories } from './audit/judge-advisories.ts';
import { readAnswer } from './audit/read-answer.ts';
import { deployedPackages } from './deployed-packages.ts';
import { readPackageLock } from './lock/package-lock.ts';

// Judges what `npm audit --json` prints. Fails where the answer is not complete, and where it has an advisory that nobody accepted.
const lock = readPackageLock();
const read = readAnswer(await text(process.stdin), lock);
if (!read.complete) {
  process.stderr.write(`${read.why}. Nothing is known about advisories, so this fails.\n`);
  process.exitCode = 1;
} else {
  const today = new Date().toISOString().slice(0, 10);
  const judged = judgeAdvisories(read.answer, { deployed: deployedPackages(lock), accepted: acceptedAdvisories, today });
  const failed = judged.filter(({ fails }) => fails).length;
  const ids = new Set(judged.map(({ id }) => id));
  const unused = acceptedAdvisories
    .filter(({ id }) => !ids.has(id))
    .map(({ id }) => `${id} is accepted, but not there any more: remove it`);
  const lines = judged.map(({ fails, sentence }) => `${fails ? 'FAILS' : 'passes'}  ${sentence}`);
  process.stdout.write([...lines, ...unused, `${judged.length} advisories, ${failed} of them fail`, ''].join('\n'));
  process.exitCode = failed === 0 ? 0 : 1;
}
