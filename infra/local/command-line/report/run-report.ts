import type { Console } from '../console.ts';
import { explainFault } from './explain-fault.ts';
import { openReports } from './open-reports.ts';
import type { ReportBucket } from './read-reports.ts';
import type { ReportCommand } from './report-command.ts';
import { reportUsage } from './report-usage.ts';
import { runFind } from './run-find.ts';
import { runGet } from './run-get.ts';
import { runList } from './run-list.ts';
import { runSummary } from './run-summary.ts';

/** Answers what operators ask about imports. Throws `CannotRun`, and `StateInUse`. */
export async function runReport(command: ReportCommand, console: Console, environment: NodeJS.ProcessEnv): Promise<number> {
  if (command.action === 'help') {
    console.out(`${reportUsage}\n`);
    return 0;
  }
  const { bucket, bucketName, elsewhere, close } = await openReports(command.place, environment);
  try {
    const status = await answer(command, bucket, console);
    if (elsewhere.length > 0)
      console.err(`Imports into other klikits lie here, too: --api https://${elsewhere.join(', --api https://')}\n`);
    return status;
  } catch (error) {
    throw explainFault(error, bucketName);
  } finally {
    await close();
  }
}

function answer(command: Exclude<ReportCommand, { action: 'help' }>, bucket: ReportBucket, console: Console): Promise<number> {
  switch (command.action) {
    case 'list':
      return runList(command, bucket, console);
    case 'get':
      return runGet(command, bucket, console);
    case 'find':
      return runFind(command, bucket, console);
    case 'summary':
      return runSummary(command, bucket, console);
  }
}
