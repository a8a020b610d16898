import * as z from 'zod';
import { entrySchema } from './request-schemas.ts';

const groupSchema = z.object({
  id: z.int().positive(),
  title: z.union([z.string(), z.record(z.string(), z.string())]),
  /** In the order in which they were attached. */
  options: z.array(z.object({ id: z.int(), sequence: z.int() })),
});

const givenAnswerSchema = z.object({
  /** Hash of method, path and body, to tell a repeated call from another one with the same key. */
  fingerprint: z.string(),
  status: z.int(),
  body: z.looseObject({ request_id: z.string() }),
  atMs: z.number(),
});

/** Everything that a sandbox holds, in memory and in its file. */
export const sandboxStateSchema = z.object({
  nextId: z.int().positive(),
  /** Items and modifier options, in the order in which they were created. */
  entries: z.array(entrySchema),
  groups: z.array(groupSchema),
  /** The first answer to each `{partner key}:{idempotency key}`. */
  answers: z.record(z.string(), givenAnswerSchema),
});

/** One step from a state to the next. Taking a step again changes nothing. */
export const stateChangeSchema = z.object({
  entry: entrySchema.optional(),
  group: groupSchema.optional(),
  answer: givenAnswerSchema.extend({ key: z.string() }).optional(),
});

export type StateChange = z.infer<typeof stateChangeSchema>;
export type SandboxState = z.infer<typeof sandboxStateSchema>;
export type StoredGroup = Readonly<z.infer<typeof groupSchema>>;
export type GivenAnswer = Readonly<z.infer<typeof givenAnswerSchema>>;
