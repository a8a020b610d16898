/** What a column can mean. `result` is ours: columns of a report that comes back. */
export type Field =
  | 'type'
  | 'title'
  | 'description'
  | 'sku'
  | 'price'
  | 'takeAwayPrice'
  | 'vat'
  | 'visibleOn'
  | 'visible'
  | 'enabled'
  | 'preparationMinutes'
  | 'group'
  | 'sequence'
  | 'klikitId'
  | 'result';

export type Tag = 'locale' | 'provider' | 'currency';

export interface ColumnRule {
  field: Field;
  /** As the template writes it. */
  header: string;
  /** Other words for it; compared without case, spaces and punctuation. */
  aliases: readonly string[];
  /** What a header may add in brackets: `Title [en]`, `Price [6] (IDR)`. */
  tags: readonly Tag[];
  /** What goes into the column, for the merchant. */
  hint: string;
}

/** The accepted file format: this table. A new column is one entry here, one line in docs/format.md, one fixture. */
export const columnTable: readonly ColumnRule[] = [
  {
    field: 'type',
    header: 'Type',
    aliases: ['row type', 'kind', 'tipe', 'jenis', 'tipo'],
    tags: [],
    hint: 'Only where items and modifier options share one sheet: item, or modifier.',
  },
  {
    field: 'title',
    header: 'Title',
    aliases: [
      'name',
      'item',
      'item name',
      'product',
      'product name',
      'dish',
      'dish name',
      'menu item',
      'menu name',
      'option',
      'option name',
      'modifier',
      'modifier name',
      'nama',
      'nama menu',
      'nama produk',
      'nama item',
      'judul',
      'nombre',
      '商品名',
      '品名',
      'メニュー名',
      '名前',
    ],
    tags: ['locale'],
    hint: 'The name that guests see. Another language is another column: Title [id], Title [ja].',
  },
  {
    field: 'description',
    header: 'Description',
    aliases: [
      'details',
      'item description',
      'product description',
      'deskripsi',
      'keterangan',
      'descripción',
      'descripcion',
      '説明',
      '商品説明',
    ],
    tags: ['locale'],
    hint: 'What guests read below the name. May stay empty.',
  },
  {
    field: 'sku',
    header: 'SKU',
    aliases: ['item code', 'product code', 'code', 'kode', 'kode produk', 'kode menu', 'plu', '商品コード'],
    tags: [],
    hint: 'Your own code, at most 50 characters, each used once. With it a renamed dish is still the same dish.',
  },
  {
    field: 'price',
    header: 'Price',
    aliases: ['base price', 'selling price', 'unit price', 'dine in price', 'harga', 'harga jual', 'precio', '価格', '値段'],
    tags: ['provider', 'currency'],
    hint: 'A plain number, for example 45000. Prices for another provider are another column: Price [6].',
  },
  {
    field: 'takeAwayPrice',
    header: 'Take-away price',
    aliases: ['takeaway price', 'take out price', 'to go price', 'harga bawa pulang', 'harga take away', '持ち帰り価格'],
    tags: ['provider', 'currency'],
    hint: 'Only where it differs from the price.',
  },
  {
    field: 'vat',
    header: 'VAT %',
    aliases: ['vat', 'vat percent', 'vat percentage', 'tax', 'tax rate', 'tax percent', 'ppn', 'pajak', '税率'],
    tags: [],
    hint: 'Percent, for example 11. Empty: as in the Settings sheet.',
  },
  {
    field: 'visibleOn',
    header: 'Visible on',
    aliases: ['visible on providers', 'providers', 'channels', 'tampil di'],
    tags: [],
    hint: 'Where guests see it: klikit, or provider numbers separated by commas. Empty: as in the Settings sheet.',
  },
  {
    field: 'visible',
    header: 'Visible',
    aliases: ['visibility', 'tampil'],
    tags: ['provider'],
    hint: 'yes or no for one provider: Visible [6].',
  },
  {
    field: 'enabled',
    header: 'Enabled',
    aliases: ['active', 'available', 'is enabled', 'aktif', 'tersedia'],
    tags: [],
    hint: 'yes or no. Empty: yes.',
  },
  {
    field: 'preparationMinutes',
    header: 'Preparation minutes',
    aliases: ['preparation time', 'prep time', 'prep minutes', 'waktu persiapan', '調理時間'],
    tags: [],
    hint: 'How long the kitchen needs, in whole minutes.',
  },
  {
    field: 'group',
    header: 'Modifier group',
    aliases: [
      'modifier group id',
      'modifier group title',
      'option group',
      'add on group',
      'group',
      'grup',
      'grup modifier',
      'grup pilihan',
    ],
    tags: [],
    hint: 'The group that the option belongs to: its number in klikit, or its exact title. It must exist already.',
  },
  {
    field: 'sequence',
    header: 'Sequence',
    aliases: ['position', 'sort order', 'order', 'urutan', '順番'],
    tags: [],
    hint: 'Position in its group, from 1. Empty: the order of the sheet.',
  },
  {
    field: 'klikitId',
    header: 'klikit ID',
    aliases: ['klikit item id'],
    tags: [],
    hint: 'Filled in by the report. Leave it as it is.',
  },
  {
    field: 'result',
    header: 'Result',
    aliases: ['link', 'what to do', 'request ids', 'request id'],
    tags: [],
    hint: 'Written by the report; ignored when it comes back.',
  },
];
