import type { SandboxState } from './menu-store.ts';

/**
 * GET /v1/partner/menus in business mode. Names below the sections are those of klikit's own app, because the reference does
 * not show them. Every group hangs on one item, and what is in no category is absent, as in the real tree.
 */
export function menuTree({ groups, entries }: SandboxState) {
  const modifiers = new Map(entries.filter(({ onlyModifier }) => onlyModifier === true).map((entry) => [entry.id, entry]));
  const withOptions = groups.map(({ id, title, options }, position) => ({
    id,
    sequence: position + 1,
    title: typeof title === 'string' ? { en: title } : title,
    modifiers: options.flatMap(({ id: option, sequence }) => {
      const entry = modifiers.get(option);
      return entry === undefined ? [] : [{ id: option, sequence, title: entry.title, prices: entry.prices, skuID: entry.sku }];
    }),
  }));
  const item = { id: 1, sequence: 1, title: { en: 'Dish of the day' }, enabled: true, groups: withOptions };
  const category = { id: 1, sequence: 1, title: { en: 'All dishes' }, items: [item] };
  const section = {
    id: 1,
    sequence: 1,
    title: { en: 'Menu' },
    enabled: true,
    visibilities: { '1': true },
    availableTimes: {},
    categories: [category],
  };
  return { menu: { businessInfo: { id: 1, title: 'Sandbox restaurant' }, sections: [section] } };
}
