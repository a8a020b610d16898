import type { CellRule, ExportConvention } from './export-convention.ts';

const pricing = ['Pricing strategy', 'Pricing strategy or method'];
const groups: CellRule & { code: 'export_group_row' } = { headers: ['Entity type'], values: ['modifier_group'], code: 'export_group_row' };

const refused: ExportConvention['refused'] = [
  groups,
  { headers: pricing, values: ['open_price'], code: 'export_variable_price' },
  {
    headers: pricing,
    values: ['size', 'size_price', 'menu_specific', 'time_specific', 'location_specific', 'price_level'],
    code: 'export_several_prices',
  },
];

/** Toast: Menu manager > Export data. One row for each price; `Menu name` and `Menu price` are of one menu among several. */
export const toast: ExportConvention = {
  name: 'Toast',
  knownBy: [['Entity type', 'Version ID or operation ID', 'Name', 'Pricing strategy']],
  fields: { type: ['Entity type'], unused: ['Menu name', 'Menu price', 'Number'] },
  refused,
};

/** The spreadsheet of Toast's bulk import. It has a `SKU` beside the `PLU`. */
export const toastTemplate: ExportConvention = {
  name: 'Toast',
  knownBy: [['Operation', 'Entity type', 'Operation ID', 'Name', 'Pricing strategy or method']],
  fields: { type: ['Entity type'], unused: ['PLU', 'Modifier name'] },
  refused,
};
