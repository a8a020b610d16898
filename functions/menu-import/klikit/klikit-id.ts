import * as z from 'zod';

/** An id of klikit's: a positive integer; digits in a text are tolerated. */
export const klikitIdSchema = z.union([
  z.int().positive(),
  z
    .string()
    .regex(/^[1-9]\d{0,14}$/)
    .transform(Number),
]);
