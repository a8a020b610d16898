import type { Environment } from './environment.ts';
import type { MenuDefaults } from './menu/parse-menu.ts';

/** What a row gets where neither it nor its workbook says otherwise. Without a currency, the workbook must name one. */
export function menuDefaults(environment: Environment): MenuDefaults {
  const {
    DEFAULT_CURRENCY: currency,
    DEFAULT_LANGUAGE: language,
    DEFAULT_VAT_PERCENT: vatPercent,
    DEFAULT_VISIBLE_ON: visibleOn,
  } = environment;
  return { language, vatPercent, visibleOn: visibleOn.split(','), ...(currency === undefined ? {} : { currency }) };
}
