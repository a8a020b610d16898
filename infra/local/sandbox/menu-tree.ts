import type { LocalizedText, StoredEntry } from './request-schemas.ts';
import type { SandboxOptions } from './sandbox-options.ts';
import type { SandboxState } from './sandbox-state.ts';

const defaultSections = [{ title: 'Menu', categories: ['House specials'] }];

/**
 * `data` of GET /v1/partner/menus in business mode. The names below a section are those of klikit's own app, because the
 * reference does not show them. All groups hang on one dish that has been there forever. No published call puts an item into a
 * category, so new ones are absent unless the options say otherwise.
 */
export function menuTree({ groups, entries }: SandboxState, options: SandboxOptions) {
  const { sections = defaultSections, listsUncategorised = false, skuField = 'skuID' } = options;
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const node = ({ id, title, sku, isEnabled = true, prices, visibilities, vat }: StoredEntry, sequence: number) => {
    return { id, sequence, title, enabled: isEnabled, prices, visibilities, vat, ...(sku === undefined ? {} : { [skuField]: sku }) };
  };
  const groupNodes = groups.map(({ id, title, options }, index) => ({
    id,
    sequence: index + 1,
    title: typeof title === 'string' ? text(title) : title,
    modifiers: options
      .toSorted((left, right) => left.sequence - right.sequence)
      .flatMap(({ id, sequence }) => {
        const entry = byId.get(id);
        return entry === undefined ? [] : [node(entry, sequence)];
      }),
  }));
  const oldDish = { id: 1, sequence: 1, title: text('Dish of the day'), enabled: true, groups: groupNodes };
  const newItems = entries.filter(({ onlyModifier }) => onlyModifier !== true).map((entry, index) => node(entry, index + 2));
  const firstItems = [oldDish, ...(listsUncategorised ? newItems : [])];
  return {
    menu: {
      businessInfo: { id: 1, title: 'Sandbox restaurant' },
      sections: sections.map(({ title, categories }, sectionIndex) => ({
        id: 101 + sectionIndex,
        sequence: sectionIndex + 1,
        title: text(title),
        description: text(title),
        enabled: true,
        visibilities: { '1': true },
        availableTimes: {},
        categories: categories.map((category, index) => ({
          id: 1_001 + sectionIndex * 100 + index,
          sequence: index + 1,
          title: text(category),
          items: sectionIndex === 0 && index === 0 ? firstItems : [],
        })),
      })),
    },
  };
}

function text(en: string): LocalizedText {
  return { en };
}
