/** Whether an error is one of these, or was thrown because of one. */
export function stemsFrom(error: unknown, origins: WeakSet<Error>): boolean {
  if (!(error instanceof Error)) return false;
  const others: unknown[] = error instanceof AggregateError ? error.errors : [];
  return origins.has(error) || [error.cause, ...others].some((source) => stemsFrom(source, origins));
}
