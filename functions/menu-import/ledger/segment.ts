import * as z from 'zod';
import { factSchema } from './fact.ts';

/** One object of the log, as this version writes it. */
const segmentSchema = z.object({
  schemaVersion: z.literal(2),
  /** Tells a segment from any other, so that a writer whose answer was lost knows its own. */
  id: z.string(),
  /** Who wrote it: one slice of one process. */
  writer: z.string(),
  importId: z.string(),
  writtenAt: z.iso.datetime(),
  /** Until when the writer may send what the log names and holds no answer to. */
  sendUntil: z.iso.datetime(),
  /** Requests to klikit since the writer's last segment. */
  sent: z.object({ calls: z.int(), retries: z.int() }),
  facts: z.array(factSchema),
});

/** Version 1 knew neither writers nor turns. */
const firstSegmentSchema = z
  .object({ schemaVersion: z.literal(1), importId: z.string(), writtenAt: z.iso.datetime(), facts: z.array(factSchema) })
  .transform(
    ({ importId, writtenAt, facts }): Segment => ({
      schemaVersion: 2,
      id: '',
      writer: '',
      importId,
      writtenAt,
      sendUntil: writtenAt,
      sent: { calls: 0, retries: 0 },
      facts,
    }),
  );

const versionSchema = z.object({ schemaVersion: z.number() });

export type Segment = z.infer<typeof segmentSchema>;

/** The ledger was written by a newer version of the function, which must not be guessed at. */
export class LedgerTooNew extends Error {
  override readonly name = 'LedgerTooNew';
}

/** Reads one object of the log. Throws `LedgerTooNew`, and where it is no segment at all. */
export function parseSegment(text: string): Segment {
  const json: unknown = JSON.parse(text);
  const { schemaVersion } = versionSchema.parse(json);
  if (schemaVersion > 2) throw new LedgerTooNew(`the ledger is of version ${schemaVersion}; this function knows 2`);
  return schemaVersion === 1 ? firstSegmentSchema.parse(json) : segmentSchema.parse(json);
}
