import type { ContentChange } from './compare-content.ts';
import type { KnownEntity } from './known-entity.ts';
import type { MenuEntry } from './menu.ts';

export const groupField = 'modifierGroup';

/**
 * What differs between where an option stands in klikit and where its row has it now. klikit publishes no way to move one, so
 * that is told like any other change. A position that only follows from the place in the sheet is none.
 */
export function comparePlacement({ links, group: known }: KnownEntity, { link }: MenuEntry): ContentChange[] {
  const [first] = links;
  if (link === undefined || first === undefined) return [];
  const { group, sequence, isSequenceGiven } = link;
  const there = 'id' in group ? links.find(({ groupId }) => groupId === group.id) : known?.title === group.title ? first : undefined;
  if (there === undefined) return 'id' in group ? [{ field: groupField, before: first.groupId, after: group.id }] : [];
  if (!isSequenceGiven || there.sequence === sequence) return [];
  return [{ field: 'sequence', before: there.sequence, after: sequence }];
}
