/** What `-c` gives is text: JSON where an object is wanted. What is no JSON stays what it is, which no schema of an object takes. */
export function parseJson(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
