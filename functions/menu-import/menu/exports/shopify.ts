import { type ExportConvention, no } from './export-convention.ts';

/**
 * Shopify: Products > Export, with the headers of before and since 2024. Further variants and further pictures follow in rows of
 * the same handle without a title. `Type` is a kind of product.
 */
export const shopify: ExportConvention = {
  name: 'Shopify',
  knownBy: [
    ['Handle', 'Title', 'Body (HTML)'],
    ['Handle', 'Title', 'Variant Price'],
    ['URL handle', 'Title', 'Published on online store'],
    ['URL handle', 'Title', 'Option1 name'],
  ],
  fields: {
    description: ['Body (HTML)'],
    price: ['Variant Price'],
    unused: ['Type'],
    taxFlag: ['Variant Taxable', 'Charge tax'],
    exportMark: ['Handle', 'URL handle'],
  },
  variations: {
    item: ['Handle', 'URL handle'],
    names: [/^option[123] value$/i],
    only: ['default title'],
  },
  details: ['Image Src', 'Product image URL', 'Variant Image', 'Variant image URL'],
  notForSale: [
    { headers: ['Status'], values: ['draft', 'archived', 'unlisted'] },
    { headers: ['Published', 'Published on online store'], values: no },
  ],
};
