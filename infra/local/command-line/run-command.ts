import { StateInUse } from '../state-directory.ts';
import type { Console } from './console.ts';
import { CannotRun, exitStatus } from './exit-status.ts';
import { type Command, parseCommand, usage } from './parse-command.ts';

/** Runs one command line and answers its exit status. Faults are one sentence on `err`, never a stack trace. */
export async function runCommand(words: readonly string[], console: Console, environment: NodeJS.ProcessEnv): Promise<number> {
  try {
    return await run(parseCommand(words), console, environment);
  } catch (error) {
    console.err(`${explain(error)}\n`);
    return exitStatus.couldNotRun;
  }
}

/** Loads of each command what it needs, so that a typing mistake is told at once. */
async function run(command: Command, console: Console, environment: NodeJS.ProcessEnv): Promise<number> {
  switch (command.command) {
    case 'help':
      console.out(`${usage}\n`);
      return exitStatus.allDone;
    case 'check':
      return (await import('./run-check.ts')).runCheck(command, console, environment);
    case 'inspect':
      return (await import('./run-inspect.ts')).runInspect(command, console, environment);
    case 'import':
      return (await import('./run-import.ts')).runImport(command, console, environment);
    case 'template':
      return (await import('./run-template.ts')).runTemplate(command, console);
    case 'serve':
      return (await import('./run-serve.ts')).runServe(command, console, environment);
    case 'report':
      return (await import('./report/run-report.ts')).runReport(command.report, console, environment);
    case 'upload-link':
      return (await import('./upload-link/run-upload-link.ts')).runUploadLink(command.uploadLink, console, environment);
  }
}

/** Messages of others may quote what must not be shown, so only ours are. */
function explain(error: unknown): string {
  if (error instanceof CannotRun) return error.message;
  if (error instanceof StateInUse) return `${error.message}. Wait until it is over, or choose another directory with --state.`;
  if (nameOf(error).includes('EADDRINUSE'))
    return 'A port that this needs is taken on this machine, perhaps by another serve. Stop that first.';
  return `The import could not run: ${nameOf(error)}.`;
}

function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return 'code' in error && typeof error.code === 'string' ? `${error.name} (${error.code})` : error.name;
}
