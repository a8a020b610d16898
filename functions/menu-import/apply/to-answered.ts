import type { WriteOutcome } from '../klikit/write-outcome.ts';
import type { Fact } from '../ledger/fact.ts';

/** What the ledger is to remember of a write that was sent, or could not be. */
export function toAnswered(write: string, outcome: WriteOutcome<{ id: number } | true>): Fact {
  const { requestIds, attempts } = outcome;
  switch (outcome.outcome) {
    case 'done': {
      const made = outcome.value === true ? {} : { klikitId: outcome.value.id };
      return { fact: 'answered', write, outcome: 'done', ...made, requestIds, attempts };
    }
    case 'refused': {
      const { message, httpStatus, code } = outcome;
      return { fact: 'answered', write, outcome: 'refused', requestIds, attempts, message, httpStatus, code };
    }
    case 'unknown':
      return { fact: 'answered', write, outcome: 'unknown', requestIds, attempts, message: outcome.message, code: outcome.reason };
    case 'suspended':
      return { fact: 'suspended', write, inDoubt: outcome.doubt !== undefined, requestIds, attempts };
    case 'not_attempted':
      return { fact: 'suspended', write, inDoubt: false, requestIds, attempts };
  }
}
