import type { MenuEntry, MenuSettings } from '../../../functions/menu-import/menu/menu.ts';
import type { ImportPlan } from '../../../functions/menu-import/menu/plan.ts';

/** The calls that an import would make, in order, as text. */
export function showPlan(plan: ImportPlan, settings: MenuSettings): string {
  const creates = plan.creates.map(
    ({ id, kind, entry }) =>
      `  create ${kind === 'item' ? 'item  ' : 'option'}  ${id.padEnd(24)}  ${entry.title}  ${showPrice(entry, settings)}`,
  );
  const links = plan.links.flatMap(({ group, options, waitsFor }) => [
    `  link ${options.length} ${options.length === 1 ? 'option' : 'options'} to ${'id' in group ? `group ${group.id}` : `the group "${group.title}"`}, after ${waitsFor.length} creates`,
    ...options.map((option) => `    ${String(option.sequence).padStart(3)}. ${option.title}`),
  ]);
  const calls = plan.creates.length + plan.links.length;
  return [`Plan: ${calls} calls, ${plan.creates.length} creates and ${plan.links.length} links`, ...creates, ...links, ''].join('\n');
}

function showPrice({ content }: MenuEntry, { currency, language }: MenuSettings): string {
  const prices = content.prices['1'] ?? {};
  const [code = currency, price] = Object.entries(prices).find(([code]) => code === currency) ?? Object.entries(prices)[0] ?? [];
  return price === undefined
    ? ''
    : new Intl.NumberFormat(language, { style: 'currency', currency: code, maximumFractionDigits: 2, minimumFractionDigits: 0 }).format(
        price.price,
      );
}
