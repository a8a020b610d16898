import { type ExportConvention, yes } from './export-convention.ts';

/** Clover: Inventory > Items > Export; the sheet Items. `Product Code` is the barcode. */
export const clover: ExportConvention = {
  name: 'Clover',
  knownBy: [
    ['Clover ID', 'Name', 'Price'],
    ['Name', 'Price', 'Price Type', 'Default tax rates?'],
  ],
  fields: {
    unused: ['Product Code', 'Price Unit'],
    taxFlag: ['Default tax rates?', 'Tax Rates'],
  },
  variations: { item: ['Name'], names: ['Variant Option'], only: [] },
  notForSale: [{ headers: ['Hidden?'], values: yes }],
  refused: [
    { headers: ['Price Type'], values: ['variable'], code: 'export_variable_price' },
    { headers: ['Price Type'], values: ['per unit', 'per_unit'], code: 'export_price_per_unit' },
  ],
};

/** The sheet Modifier Groups of the same workbook. Its group ids are Clover's, not klikit's. */
export const cloverModifiers: ExportConvention = {
  name: 'Clover',
  knownBy: [['Modifier Group Name', 'Modifier', 'Price', 'Pop up automatically?']],
  fields: { unused: ['Modifier Group ID'] },
};
