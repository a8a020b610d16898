#!/usr/bin/env node
import { processConsole } from './process-console.ts';
import { runCommand } from './run-command.ts';

process.exitCode = await runCommand(process.argv.slice(2), processConsole, process.env);
