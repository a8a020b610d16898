import { type ExportConvention, no, yes } from './export-convention.ts';

/**
 * Square: Items > Item library > Actions > Export library, from 2019 on. Each row is a variation; one called Regular is the item itself.
 * Columns such as `Price Main Street` and `Enabled Main Street` are of one location.
 */
export const square: ExportConvention = {
  name: 'Square',
  knownBy: [
    ['Token', 'Item Name', 'Variation Name'],
    ['Reference Handle', 'Item Name', 'Variation Name'],
    ['Item Name', 'Variation Name', 'Square Online Item Visibility'],
  ],
  fields: {
    price: ['Price', /^price [^([]/i],
    taxFlag: [/^tax - /i],
  },
  variations: { item: ['Item Name'], names: ['Variation Name'], only: ['regular'] },
  notForSale: [
    { headers: ['Archived'], values: yes },
    { headers: ['Sellable'], values: no },
    { headers: [/^enabled ./i], values: no },
  ],
};
