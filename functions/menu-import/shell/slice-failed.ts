import { errorFields } from '../logger.ts';

/**
 * A slice threw. The history of a durable execution keeps the message of what a step throws, and messages of others may quote what must
 * not be kept. So this one says no more than a log may say: the error's kind and code.
 */
export class SliceFailed extends Error {
  override readonly name = 'SliceFailed';

  constructor(cause: unknown) {
    const known = Object.values(errorFields(cause)).filter((field) => field !== undefined);
    super(known.join(' '), { cause });
  }
}
