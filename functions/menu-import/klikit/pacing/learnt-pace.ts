import * as z from 'zod';

/** What an import learnt of klikit's cap for one credential; another process goes on with it. */
export const learntPaceSchema = z.object({
  /** So many calls fit into one window; absent where no cap was met. */
  limit: z.int().positive().exactOptional(),
  windowMs: z.int().positive(),
  /** So many calls flew at once. */
  concurrency: z.int().positive(),
});

export type LearntPace = z.infer<typeof learntPaceSchema>;
