import * as z from 'zod';
import { issueSchema } from '../issues/issue.ts';
import { learntPaceSchema } from '../klikit/pacing/learnt-pace.ts';
import { entryContentSchema } from '../menu/entry-schema.ts';

const klikitId = z.int().positive();
const groupSchema = z.object({ id: z.int().exactOptional(), title: z.string().exactOptional() });
const requestSchema = z.object({
  merchant: z.string(),
  trigger: z.enum(['upload', 'schedule', 'manual']),
  occurrence: z.string(),
  bucket: z.string(),
  key: z.string(),
  versionId: z.string().exactOptional(),
  sequencer: z.string().exactOptional(),
});

/** What a row was called when its create was decided. */
const decidedEntry = z.object({
  /** Names the entity in the ledger, also where klikit's id is not known. */
  entity: z.string(),
  kind: z.enum(['item', 'modifier_option']),
  /** The default-language title in the form that is compared. */
  title: z.string(),
  group: groupSchema.exactOptional(),
  content: entryContentSchema,
});

/** A write that may be sent from now on, to the letter. */
const intent = z.object({
  /** Names it within its import: `create:Items!12`, `link:2101`. */
  write: z.string(),
  idempotencyKey: z.string(),
  body: z.string(),
});

const createIntentSchema = intent.extend({
  fact: z.literal('create_intended'),
  /** The id of the row. */
  row: z.string(),
  ...decidedEntry.shape,
});

const linkIntentSchema = intent.extend({
  fact: z.literal('link_intended'),
  groupId: z.int(),
  options: z.array(z.object({ row: z.string(), entity: z.string(), sequence: z.int() })),
});

/** How a write ended. Never to be unsaid. `requestIds` and `attempts` are those since the write was last suspended. */
const answerSchema = z.object({
  fact: z.literal('answered'),
  write: z.string(),
  outcome: z.enum(['done', 'refused', 'unknown']),
  /** What a create made. */
  klikitId: klikitId.exactOptional(),
  requestIds: z.array(z.string()),
  attempts: z.int(),
  /** klikit's, cleaned. */
  message: z.string().exactOptional(),
  httpStatus: z.int().exactOptional(),
  /** klikit's code of a refusal, or ours for a doubt. */
  code: z.string().exactOptional(),
});

const stopCause = z.enum([
  'klikit_rate_limited',
  'klikit_unreachable',
  'klikit_credentials_rejected',
  'klikit_access_forbidden',
  'import_stopped',
]);

const closedSchema = z.object({
  fact: z.literal('closed'),
  finishedAt: z.iso.datetime(),
  /** What was imported; absent where the file could not be fetched. */
  source: z.object({ sha256: z.string(), bytes: z.int(), lastModified: z.iso.datetime().exactOptional() }),
  /** Why nothing was sent. */
  refusal: issueSchema.exactOptional(),
  /** Why the import ended before its end. */
  stoppedBecause: stopCause.exactOptional(),
  pace: learntPaceSchema.exactOptional(),
});

/** One thing that was decided or seen. */
const factSchema = z.discriminatedUnion('fact', [
  /** An import waits for its turn, which comes in the order of the log. */
  z.object({ fact: z.literal('queued'), request: requestSchema }),
  /** The writer of the segment is at work on the import from here on, and nobody else is. */
  z.object({ fact: z.literal('claimed') }),
  /** It let go of it: nothing of it is in flight any more, and whoever goes on may begin at that time. */
  z.object({
    fact: z.literal('released'),
    resumeAt: z.iso.datetime(),
    /** Pauses since klikit last answered, in milliseconds. */
    pausedMs: z.number(),
    pace: learntPaceSchema.exactOptional(),
  }),
  /** What the titles of groups meant in klikit when the import first asked. */
  z.object({
    fact: z.literal('groups_read'),
    groups: z.record(
      z.string(),
      z.union([
        z.object({ found: z.int() }),
        z.object({ ambiguous: z.array(z.int()) }),
        z.object({ existing: z.array(z.string()) }),
        z.object({ unreadable: z.literal(true) }),
      ]),
    ),
  }),
  createIntentSchema,
  linkIntentSchema,
  answerSchema,
  /** The slice ended before the write did. Without doubt it is as if it had never been decided; in doubt it must be settled. */
  z.object({ fact: z.literal('suspended'), write: z.string(), inDoubt: z.boolean(), requestIds: z.array(z.string()), attempts: z.int() }),
  /** A merchant wrote down the id of an entity that was in doubt. */
  z.object({ fact: z.literal('settled'), entity: z.string(), klikitId: z.int() }),
  /** A row that means an entity by one identity also bears these. */
  z.object({ fact: z.literal('known_as'), entity: z.string(), title: z.string(), sku: z.string().exactOptional() }),
  closedSchema,
  // What version 1 of the log wrote instead of intents and answers.
  decidedEntry.extend({ fact: z.literal('created'), klikitId: z.int() }),
  decidedEntry.extend({ fact: z.literal('create_in_doubt') }),
  z.object({ fact: z.literal('linked'), entity: z.string(), groupId: z.int(), sequence: z.int(), certain: z.boolean() }),
]);

export type Fact = z.infer<typeof factSchema>;
export type CreateIntent = z.infer<typeof createIntentSchema>;
export type LinkIntent = z.infer<typeof linkIntentSchema>;
export type Intent = CreateIntent | LinkIntent;
export type Answered = z.infer<typeof answerSchema>;
export type Closed = z.infer<typeof closedSchema>;
export type StopCause = z.infer<typeof stopCause>;
export { factSchema, requestSchema };
