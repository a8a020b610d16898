import * as z from 'zod';
import { klikitIdSchema } from './klikit-id.ts';

/** A modifier group that exists in klikit, with its title in every language it has. */
export interface ModifierGroup {
  id: number;
  titles: string[];
}

/** What klikit's own app calls the array of groups; other spellings are tolerated. Contract: GET /v1/partner/menus. */
const groupArrays = new Set(['groups', 'modifierGroups', 'modifier_groups', 'itemModifierGroups']);

const groupSchema = z.object({
  id: klikitIdSchema,
  title: z.union([z.string(), z.record(z.string(), z.unknown())]),
});

/** A tree deeper than this is not a menu. */
const deepest = 40;

/** Every modifier group that stands anywhere in the menu tree, once. What has another shape is passed over. */
export function findModifierGroups(tree: unknown): ModifierGroup[] {
  const groups = new Map<number, ModifierGroup>();
  const visit = (node: unknown, depth: number): void => {
    if (typeof node !== 'object' || node === null || depth > deepest) return;
    for (const [name, child] of Object.entries(node) as [string, unknown][]) {
      if (groupArrays.has(name) && Array.isArray(child)) for (const candidate of child) remember(candidate, groups);
      visit(child, depth + 1);
    }
  };
  visit(tree, 0);
  return [...groups.values()];
}

function remember(candidate: unknown, groups: Map<number, ModifierGroup>): void {
  const parsed = groupSchema.safeParse(candidate);
  if (!parsed.success) return;
  const { id, title } = parsed.data;
  const texts = typeof title === 'string' ? [title] : Object.values(title).filter((text) => typeof text === 'string');
  const titles = texts.map(exactTitle).filter((text) => text !== '');
  groups.set(id, { id, titles: [...new Set([...(groups.get(id)?.titles ?? []), ...titles])] });
}

/** Titles are compared to the letter, but not by how the letters are encoded, nor by spaces around them. */
export function exactTitle(title: string): string {
  return title.normalize('NFC').trim();
}
