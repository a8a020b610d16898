/** What a command writes to, so that tests can listen. */
export interface Console {
  /** Results. With `--json`, nothing but JSON. */
  out: (text: string) => void;
  /** Everything else: progress, faults. */
  err: (text: string) => void;
  /** A terminal that lines can be overwritten on. */
  interactive: boolean;
}
