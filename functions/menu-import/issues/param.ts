import * as z from 'zod';

/**
 * One thing that a sentence mentions. Texts and numbers are shown as they are; the others are put into words in the language of whoever
 * reads: a phrase of our own tables, a list of which the last `more` are not named, an amount in whole units of a currency (ISO 4217), and
 * a language by its code (ISO 639-1).
 */
export type Param<Code extends string = string> =
  | string
  | number
  | { phrase: Code; params?: Params<Code> }
  | { list: Param<Code>[]; more?: number }
  | { amount: number; currency: string }
  | { locale: string };

export interface Params<Code extends string = string> {
  [name: string]: Param<Code>;
}

const paramSchema: z.ZodType<Param> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    z.object({ phrase: z.string(), params: paramsSchema.exactOptional() }),
    z.object({ list: z.array(paramSchema), more: z.int().positive().exactOptional() }),
    z.object({ amount: z.number(), currency: z.string().regex(/^[A-Z]{3}$/) }),
    z.object({ locale: z.string().regex(/^[a-z]{2,3}$/) }),
  ]),
);

export const paramsSchema: z.ZodType<Params> = z.record(z.string(), paramSchema);
