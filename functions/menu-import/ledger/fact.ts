import * as z from 'zod';
import { entryContentSchema } from '../menu/entry-schema.ts';

const groupSchema = z.object({ id: z.int().exactOptional(), title: z.string().exactOptional() });

/** What a row was called when its create was sent. */
const sentEntry = z.object({
  /** Made by us when the create was planned; ties later facts to this one where klikit's id is not known. */
  entity: z.string(),
  kind: z.enum(['item', 'modifier_option']),
  /** The default-language title in the form that is compared. */
  title: z.string(),
  group: groupSchema.exactOptional(),
  content: entryContentSchema,
});

/** One thing that was seen, never to be unsaid. */
const factSchema = z.discriminatedUnion('fact', [
  sentEntry.extend({ fact: z.literal('created'), klikitId: z.int() }),
  /** A create was sent, and no usable answer could be had. */
  sentEntry.extend({ fact: z.literal('create_in_doubt') }),
  z.object({ fact: z.literal('settled'), entity: z.string(), klikitId: z.int() }),
  /** A row that means an entity by one identity also bears these. */
  z.object({ fact: z.literal('known_as'), entity: z.string(), title: z.string(), sku: z.string().exactOptional() }),
  z.object({ fact: z.literal('linked'), entity: z.string(), groupId: z.int(), sequence: z.int(), certain: z.boolean() }),
]);

export type Fact = z.infer<typeof factSchema>;

/** One object of the log. */
export const segmentSchema = z.object({
  schemaVersion: z.literal(1),
  importId: z.string(),
  writtenAt: z.iso.datetime(),
  facts: z.array(factSchema),
});

export type Segment = z.infer<typeof segmentSchema>;
