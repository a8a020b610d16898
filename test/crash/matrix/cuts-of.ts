import type { Cut } from '../cut.ts';
import type { CaseResult } from '../run-case.ts';

/** Every cut that can be made in the process of that number, by what it did in a run without the cut. */
export function cutsOf({ effects }: Pick<CaseResult, 'effects'>, process: number): Cut[] {
  return (effects[process] ?? []).flatMap(({ cutKinds }, position) => cutKinds.map((kind) => ({ at: position + 1, kind })));
}
