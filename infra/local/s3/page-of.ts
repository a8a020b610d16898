export interface PageRequest<T> {
  prefix: string;
  /** Empty where keys are not folded. */
  delimiter: string;
  maxKeys: number;
  /** Whether an earlier page had this entry: an item, or the common prefix that it is folded into. */
  isBehind(item: T, commonPrefix: string | undefined): boolean;
}

export interface Page<T> {
  items: T[];
  commonPrefixes: string[];
  /** The entry that the next page follows; absent on the last page. */
  next?: { item: T; commonPrefix: string | undefined };
}

/** One page of a listing. Items come sorted; those that share a key up to the delimiter count as one. */
export function pageOf<T extends { key: string }>(sorted: Iterable<T>, request: PageRequest<T>): Page<T> {
  const items: T[] = [];
  const commonPrefixes = new Set<string>();
  let last: Page<T>['next'];
  for (const item of sorted) {
    if (!item.key.startsWith(request.prefix)) continue;
    const commonPrefix = foldedPrefix(item.key, request.prefix, request.delimiter);
    if ((commonPrefix !== undefined && commonPrefixes.has(commonPrefix)) || request.isBehind(item, commonPrefix)) continue;
    if (items.length + commonPrefixes.size === request.maxKeys) {
      return { items, commonPrefixes: [...commonPrefixes], ...(last !== undefined && { next: last }) };
    }
    if (commonPrefix === undefined) items.push(item);
    else commonPrefixes.add(commonPrefix);
    last = { item, commonPrefix };
  }
  return { items, commonPrefixes: [...commonPrefixes] };
}

function foldedPrefix(key: string, prefix: string, delimiter: string): string | undefined {
  if (delimiter === '') return undefined;
  const index = key.indexOf(delimiter, prefix.length);
  return index === -1 ? undefined : key.slice(0, index + delimiter.length);
}
