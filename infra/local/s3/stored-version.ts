import * as z from 'zod';

const common = {
  key: z.string(),
  versionId: z.string(),
  /** Grows with every write to the server: 16 hex digits. */
  sequence: z.string().regex(/^[0-9A-F]{16}$/),
  lastModified: z.coerce.date(),
};

const storedObjectSchema = z.object({
  ...common,
  deleteMarker: z.literal(false),
  sizeBytes: z.number(),
  /** Without its quotes. */
  etag: z.string(),
  /** By header name, as `x-amz-checksum-crc32`. */
  checksums: z.record(z.string(), z.string()),
  /** Content type, user metadata and their like, by header name. */
  headers: z.record(z.string(), z.string()),
  bodyFile: z.string(),
});

const deleteMarkerSchema = z.object({ ...common, deleteMarker: z.literal(true) });

/** How a version is described on disk. */
export const storedVersionSchema = z.discriminatedUnion('deleteMarker', [storedObjectSchema, deleteMarkerSchema]);

export type StoredObject = z.infer<typeof storedObjectSchema>;
type DeleteMarker = z.infer<typeof deleteMarkerSchema>;
export type StoredVersion = StoredObject | DeleteMarker;
