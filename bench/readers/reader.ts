/** Takes the value of one cell. Blank cells may come too: as undefined, as null, or as an empty text. */
export type See = (value: unknown) => void;

/** Reads a workbook and shows each of its cells, row by row. Every reader has a module with a `read` of this kind. */
export type Read = (bytes: Uint8Array, see: See) => Promise<void>;
