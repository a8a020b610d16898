import { fileURLToPath } from 'node:url';
import { exitStatus } from './command-line/exit-status.ts';
import { processConsole } from './command-line/process-console.ts';
import { runCommand } from './command-line/run-command.ts';

// The example holds a few honest mistakes, so an import that ended with issues is what a newcomer should see.
const example = fileURLToPath(new URL('example/warung-hoshi.xlsx', import.meta.url));
processConsole.out('Importing the example menu of a restaurant into the klikit sandbox on this machine.\n');
const status = await runCommand(['import', example, '--out', '.local/example'], processConsole, process.env);
process.exitCode = status === exitStatus.withIssues ? exitStatus.allDone : status;
