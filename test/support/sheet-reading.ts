import type { SheetReading } from '../../functions/menu-import/menu/sheet-reading.ts';

/** A sheet of items as it was understood, with as little said as the test needs. */
export function sheetReading(fields: Partial<SheetReading> = {}): SheetReading {
  return {
    name: 'Items',
    hidden: false,
    role: 'items',
    headerRow: 1,
    because: 'Row 1 has 2 known headers, titles and prices among them.',
    columns: [],
    unknownColumns: [],
    rows: 0,
    blankRows: 0,
    skipped: {},
    sections: [],
    ...fields,
  };
}
