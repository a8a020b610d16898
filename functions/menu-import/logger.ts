/** Fields of a log line: counts, ids and codes. Never a body, a cell or a secret. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

export type Logger = Record<LogLevel, (message: string, fields?: LogFields) => void>;

const levels: readonly LogLevel[] = ['debug', 'info', 'warn', 'error'];

/** Writes one JSON object a line, which is what Lambda's log format and its queries expect. */
export function jsonLogger(write: (line: string) => void, now: () => Date, lowest: LogLevel): Logger {
  const at =
    (level: LogLevel) =>
    (message: string, fields: LogFields = {}) => {
      if (levels.indexOf(level) >= levels.indexOf(lowest)) write(JSON.stringify({ time: now().toISOString(), level, message, ...fields }));
    };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

/** What a log may say of an error: its kind and its code. Messages of others may quote what must not be logged. */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const cause = error.cause instanceof Error ? error.cause.name : undefined;
  const status = '$metadata' in error ? (error.$metadata as { httpStatusCode?: number }).httpStatusCode : undefined;
  return { error: error.name, code, cause, httpStatus: status };
}
