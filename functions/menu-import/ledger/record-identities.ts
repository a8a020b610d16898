import type { MenuEntry } from '../menu/menu.ts';
import type { Recognition } from '../menu/recognize-entries.ts';
import { identityText } from '../menu/values/identity.ts';
import type { Fact } from './fact.ts';

/** Remembers what rows told about entities that exist: a new SKU, an edited title, the klikit id of one that was in doubt. */
export function recordIdentities(rows: readonly { entry: MenuEntry; recognition: Recognition }[], record: (fact: Fact) => void): void {
  for (const { entry, recognition } of rows) {
    if (recognition.state !== 'unchanged' && recognition.state !== 'changed') continue;
    const { entity, klikitId } = recognition;
    if (entity.klikitId === undefined) record({ fact: 'settled', entity: entity.entity, klikitId });
    const title = identityText(entry.title);
    const { sku } = entry.content;
    const newSku = sku !== undefined && !entity.skus.includes(sku);
    if (newSku || !entity.titles.includes(title)) {
      record({ fact: 'known_as', entity: entity.entity, title, ...(sku === undefined ? {} : { sku }) });
    }
  }
}
