import type { PauseGate } from '../pause-gate.ts';
import type { CallResult, Pacing } from './pacing.ts';

interface Surroundings {
  pacing: Pacing;
  gate: PauseGate;
  now: () => Date;
}

/** Leave to send one call, now. Whoever has it says how the call ended. */
export interface Turn {
  readonly startedMs: number;
  ended: (result: CallResult) => void;
}

/** `undefined` when nothing may be sent any more. */
export type TakeTurn = (isRepeated: boolean) => Promise<Turn | undefined>;

/** Lets calls out one by one, as fast as the pace allows while the gate is open: in the order in which they come, but repetitions first. */
export function takeTurns({ pacing, gate, now }: Surroundings): TakeTurn {
  type Waiting = (turn: Turn | undefined) => void;
  const [repeated, fresh]: [Waiting[], Waiting[]] = [[], []];
  let isLetting = false;

  const begin = (): Turn => {
    const call = pacing.started(now().getTime());
    return {
      startedMs: call.startedMs,
      ended: (result) => pacing.ended(call, result, now().getTime()),
    };
  };

  const letOut = async (): Promise<void> => {
    isLetting = true;
    while (repeated.length + fresh.length > 0) {
      await gate.wait();
      if (gate.isShut) {
        for (const resolve of [...repeated.splice(0), ...fresh.splice(0)]) resolve(undefined);
        break;
      }
      const delayMs = pacing.delayMs(now().getTime());
      if (delayMs === 0) (repeated.shift() ?? fresh.shift())?.(begin());
      else if (Number.isFinite(delayMs)) await gate.rest(delayMs);
      else await pacing.nextEnd;
    }
    isLetting = false;
  };

  return (isRepeated) => {
    const { promise, resolve } = Promise.withResolvers<Turn | undefined>();
    (isRepeated ? repeated : fresh).push(resolve);
    if (!isLetting) void letOut();
    return promise;
  };
}
