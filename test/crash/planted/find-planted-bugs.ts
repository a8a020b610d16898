import { firstViolation } from '../matrix/run-parts.ts';
import { plantBug } from './plant-bug.ts';
import { plantedBugs } from './planted-bugs.ts';

/** What showed a mistake; `undefined` where nothing did. */
export interface PlantedBugResult {
  name: string;
  found: { runs: number; violation: string } | undefined;
}

/** Plants each mistake and lets single cuts look for it. A harness that cannot see them proves nothing by its silence. */
export async function* findPlantedBugs(): AsyncGenerator<PlantedBugResult> {
  for (const bug of plantedBugs) yield { name: bug.name, found: await firstViolation(await plantBug(bug)) };
}
