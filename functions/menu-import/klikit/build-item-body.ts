import type { MenuEntry } from '../menu/menu.ts';
import type { WireNames } from './wire-names.ts';

/** The body of POST /v1/partner/menus/items; two of its fields have names that only the deployment knows. */
export type ItemBody = Readonly<Record<string, unknown>>;

/** What klikit is sent for a row, field by field as the contract has them. Nothing that the row does not say is sent. */
export function buildItemBody({ kind, content }: Pick<MenuEntry, 'kind' | 'content'>, names: WireNames): ItemBody {
  const { title, description, sku, vatPercent, visibilities, prices, enabled, preparationMinutes } = content;
  return {
    title,
    ...(description === undefined ? {} : { description }),
    vat: vatPercent,
    visibilities,
    prices,
    isEnabled: enabled,
    ...(kind === 'modifier_option' ? { onlyModifier: true } : {}),
    ...(sku === undefined ? {} : { [names.sku]: sku }),
    ...(preparationMinutes === undefined ? {} : { [names.preparation]: preparationMinutes }),
    fromAPI: true,
  };
}
