import * as z from 'zod';
import { klikitIdSchema } from './klikit-id.ts';

/** An item or modifier option of klikit's menu that bears a SKU. */
export interface MenuTreeEntry {
  id: number;
  sku: string;
}

const idSchema = z.object({ id: klikitIdSchema });

/** A tree deeper than this is not a menu. */
const deepest = 40;

/**
 * Every node of the menu tree that bears a SKU, each id once. What has another shape is passed over. That a SKU is not there
 * proves nothing: items in no category may be absent. Contract: GET /v1/partner/menus.
 */
export function findMenuEntries(tree: unknown, skuField: string): MenuTreeEntry[] {
  const entries = new Map<number, MenuTreeEntry>();
  const visit = (node: unknown, depth: number): void => {
    if (typeof node !== 'object' || node === null || depth > deepest) return;
    const sku: unknown = Object.hasOwn(node, skuField) ? (node as Record<string, unknown>)[skuField] : undefined;
    const id = idSchema.safeParse(node).data?.id;
    if (id !== undefined && typeof sku === 'string' && sku !== '') entries.set(id, { id, sku });
    for (const child of Object.values(node)) visit(child, depth + 1);
  };
  visit(tree, 0);
  return [...entries.values()];
}
