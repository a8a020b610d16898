import { type ExportConvention, no, yes } from './export-convention.ts';

/**
 * Loyverse: Items > Item list > Export, in English and in Spanish. Variants follow in rows of the same handle without a name; the
 * components of a composite item in rows without a handle. A composite item is sold under one name at one price: it is an item.
 */
export const loyverse: ExportConvention = {
  name: 'Loyverse',
  knownBy: [
    ['Handle', 'Name', 'Sold by weight'],
    ['Handle', 'Nombre', 'Vendido por peso'],
  ],
  fields: {
    price: [/^(?:price|precio) \[/i],
    taxFlag: [/^(?:tax|impuesto) - /i],
    exportMark: ['Handle'],
  },
  variations: {
    item: ['Handle'],
    names: [/^option [123] value$/i, /^opción [123] valor$/i],
    only: [],
  },
  details: ['SKU of included item', 'Component SKU', 'REF del componente'],
  notForSale: [{ headers: [/^available for sale\b/i, /^disponibles? para la venta\b/i], values: no }],
  refused: [{ headers: ['Sold by weight', 'Vendido por peso'], values: yes, code: 'export_price_per_unit' }],
};
