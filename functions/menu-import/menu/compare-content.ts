import type { EntryContent } from './entry-schema.ts';

type Leaf = string | number | boolean;

export interface ContentChange {
  /** The path of the field: `title.en`, `prices.1.IDR.price`. */
  field: string;
  before: Leaf | null;
  after: Leaf | null;
}

/** What differs between what klikit was sent and what the row says now, field by field. How letters are encoded is no difference. */
export function compareContent(before: EntryContent, after: EntryContent): ContentChange[] {
  const [old, current] = [leaves(before), leaves(after)];
  const fields = [...new Set([...old.keys(), ...current.keys()])];
  return fields
    .filter((field) => comparable(old.get(field)) !== comparable(current.get(field)))
    .map((field) => ({ field, before: old.get(field) ?? null, after: current.get(field) ?? null }));
}

function comparable(leaf: Leaf | undefined): Leaf | undefined {
  return typeof leaf === 'string' ? leaf.normalize('NFC') : leaf;
}

function leaves(value: object, path = ''): Map<string, Leaf> {
  const found = new Map<string, Leaf>();
  for (const [name, child] of Object.entries(value) as [string, unknown][]) {
    const field = path === '' ? name : `${path}.${name}`;
    if (typeof child === 'object' && child !== null) {
      for (const [inner, leaf] of leaves(child, field)) found.set(inner, leaf);
    } else if (typeof child === 'string' || typeof child === 'number' || typeof child === 'boolean') {
      found.set(field, child);
    }
  }
  return found;
}
