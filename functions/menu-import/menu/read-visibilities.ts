import type { MenuSettings } from './menu.ts';
import type { RowReader } from './row-reader.ts';
import { klikitProvider } from './values/parse-provider.ts';
import { parseProviderList } from './values/parse-provider-list.ts';
import { parseYesNo } from './values/parse-yes-no.ts';

/** Where a row is to be seen: the list of the row or of the file, then yes or no for single providers. */
export function readVisibilities(reader: RowReader, settings: MenuSettings): Record<string, boolean> {
  const listed = reader.read('visibleOn', parseProviderList) ?? settings.visibleOn;
  const visibilities = Object.fromEntries(listed.map((provider) => [provider, true]));
  for (const { column, cell } of reader.slots('visible')) {
    const visible = cell && reader.parse(cell, parseYesNo);
    if (visible !== undefined) visibilities[column.provider ?? klikitProvider] = visible;
  }
  return visibilities;
}
