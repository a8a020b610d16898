import type { KnownEntity } from '../menu/known-entity.ts';
import type { Fact } from './fact.ts';

/**
 * What was decided and answered, per merchant, for ever.
 * It does not name a write before it is sent, nor keep a second import of the same merchant waiting: docs/decisions/0004.
 */
export interface Ledger {
  /** Everything earlier imports of this merchant made, or may have made. */
  entities(): Promise<KnownEntity[]>;
  /** Remembers a fact soon. Facts are written in batches, while calls still fly. */
  record: (fact: Fact) => void;
  /** Resolves when every recorded fact is stored; rejects where one could not be. */
  flush(): Promise<void>;
}
