/** Fields of a log line: counts, ids and codes. Never a body, a cell or a secret. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

export type Logger = Record<LogLevel, (message: string, fields?: LogFields) => void>;

const levels: readonly LogLevel[] = ['debug', 'info', 'warn', 'error'];

/**
 * Writes one JSON object a line. Its first members are spelt as Lambda spells them in its own lines, so that its filter by level takes
 * them, and one query finds both.
 */
export function jsonLogger(write: (line: string) => void, now: () => Date, lowest: LogLevel): Logger {
  const at =
    (level: LogLevel) =>
    (message: string, fields: LogFields = {}) => {
      if (levels.indexOf(level) >= levels.indexOf(lowest)) {
        write(JSON.stringify({ timestamp: now().toISOString(), level: level.toUpperCase(), message, ...fields }));
      }
    };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

/** The same log, with fields that each of its lines has. */
export function withFields(log: Logger, own: LogFields): Logger {
  const at = (level: LogLevel) => (message: string, fields?: LogFields) => log[level](message, { ...own, ...fields });
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

/**
 * A line of the process's output. Not by the console: with the JSON format, Lambda has put its own in place of it, which makes text of
 * whatever it is given, inside a line of its own. There CloudWatch finds neither fields nor metrics. Decision 16.
 */
export function writeLine(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** What a log may say of an error: its kind and its code. Messages of others may quote what must not be logged. */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const cause = error.cause instanceof Error ? error.cause.name : undefined;
  const status = '$metadata' in error ? (error.$metadata as { httpStatusCode?: number }).httpStatusCode : undefined;
  return { error: error.name, code, cause, httpStatus: status };
}
