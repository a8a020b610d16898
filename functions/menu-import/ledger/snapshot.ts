import * as z from 'zod';
import { learntPaceSchema } from '../klikit/pacing/learnt-pace.ts';
import { entryContentSchema } from '../menu/entry-schema.ts';
import { requestSchema } from './fact.ts';

const entitySchema = z.object({
  entity: z.string(),
  kind: z.enum(['item', 'modifier_option']),
  klikitId: z.int().exactOptional(),
  requestIds: z.array(z.string()).exactOptional(),
  skus: z.array(z.string()),
  titles: z.array(z.string()),
  group: z.object({ id: z.int().exactOptional(), title: z.string().exactOptional() }).exactOptional(),
  content: entryContentSchema,
  links: z.array(z.object({ groupId: z.int(), sequence: z.int(), certain: z.boolean() })),
  source: z.object({ key: z.string(), row: z.string() }).exactOptional(),
});

const sourceVersionSchema = z.object({
  versionId: z.string().exactOptional(),
  sequencer: z.string().exactOptional(),
  lastModified: z.string().exactOptional(),
});

/** What the objects of a log up to a number come to, at a time when no import was under way. */
export const snapshotSchema = z.object({
  schemaVersion: z.literal(2),
  upTo: z.int(),
  entities: z.array(entitySchema),
  newest: z.record(z.string(), sourceVersionSchema),
  pace: learntPaceSchema.exactOptional(),
  /** Imports that were waiting for their turn, in order. */
  waiting: z.array(z.object({ id: z.string(), request: requestSchema })),
});

export const snapshotPointerSchema = z.object({ schemaVersion: z.literal(2), upTo: z.int() });
