import { type ExportConvention, no } from './export-convention.ts';

/**
 * WooCommerce: Products > Export. `ID` and `Position` are the shop's; `Published` is 1, 0 (private) or -1 (draft). The short
 * description stands beside the name in the shop, so it comes first; the long one counts where there is no short one.
 */
export const wooCommerce: ExportConvention = {
  name: 'WooCommerce',
  knownBy: [['ID', 'Type', 'SKU', 'Name', 'Published', 'Regular price']],
  fields: {
    description: ['Short description', 'Description'],
    unused: ['Position'],
    taxFlag: ['Tax status', 'Tax class'],
  },
  notForSale: [{ headers: ['Published'], values: [...no, '-1'] }],
  refused: [
    { headers: ['Type'], values: ['variation'], code: 'export_variation' },
    { headers: ['Type'], values: ['variable', 'grouped'], code: 'export_several_products' },
  ],
  variations: { item: [], names: [/^attribute \d+ value\(s\)$/i], only: [] },
};
