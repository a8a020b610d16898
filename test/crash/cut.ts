/** What befalls a process at one of its effects. */
export type CutKind = KillingCut | StallingCut | SpoilingCut;

/** The process ends. Nothing of it runs again. */
type KillingCut =
  /** The effect never happens. */
  | 'before'
  /** The effect happens; nobody hears of it. */
  | 'applied_no_answer'
  /** The answer is heard; the process ends at the next thing that it does. */
  | 'answered_then_killed';

/** The zombie: the whole process stands still, and goes on later as if nothing had been. */
type StallingCut =
  /** The effect happens when the process goes on. At a POST: the freeze between the check of the deadline and the send. */
  | 'stalled_before'
  /** The effect happens at once; its answer is heard when the process goes on. */
  | 'stalled_after';

/** The process lives, and is told something else than what happened. */
type SpoilingCut =
  /** The effect never happens, and the caller cannot know: to it, it looks like `answer_lost`. */
  | 'request_lost'
  /** The effect happens. */
  | 'answer_lost'
  /** The SDK repeated a conditional write whose answer was lost, and met what it had written itself. */
  | 'answer_lost_as_conflict'
  /** The effect happens, and the request's own time is over before an answer comes. */
  | 'timed_out'
  /** The effect happens, and the connection ends in the middle of the answer. */
  | 'truncated_answer'
  /** The effect happens, and something between klikit and us answers 500. */
  | 'server_error';

export interface Cut {
  /** Which effect of the process; from 1. */
  at: number;
  kind: CutKind;
  /** When a stalled process goes on. Default: when all others have come to rest. */
  wakesAfterMs?: number;
}

/** How a call looks to its caller when something spoils the answer. What is not there looks like a lost answer. */
export interface SpoiltAnswers<T> {
  /** Throws. Also what a lost request looks like. */
  answer_lost: (answer?: T) => never;
  answer_lost_as_conflict?: () => T;
  timed_out?: () => Promise<never>;
  truncated_answer?: (answer: T) => T | Promise<T>;
  server_error?: () => T;
}

/** What a cut makes of the answer; `undefined` where the caller hears the true one, or none. */
export function spoilOf<T>(kind: CutKind | undefined, spoilt: SpoiltAnswers<T>): ((answer: T) => T | Promise<T>) | undefined {
  switch (kind) {
    case 'request_lost':
    case 'answer_lost':
      return spoilt.answer_lost;
    case 'answer_lost_as_conflict':
    case 'timed_out':
    case 'truncated_answer':
    case 'server_error':
      return spoilt[kind] ?? spoilt.answer_lost;
    default:
      return undefined;
  }
}

/** Every cut that makes a difference at an effect, for whoever tries them all. */
export function cutKindsOf<T>(spoilt: Readonly<SpoiltAnswers<T>>): CutKind[] {
  return [
    'before',
    'applied_no_answer',
    'answered_then_killed',
    'stalled_before',
    'stalled_after',
    'request_lost',
    ...(Object.keys(spoilt) as SpoilingCut[]),
  ];
}
