/**
 * What a column can mean. Those from `result` on hold nothing that is sent: columns of a report that comes back; columns that
 * are understood but have no place in klikit's create call; taxes that another system ticks instead of naming a percentage;
 * and columns that only tell what kind of row an export of another system has.
 */
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
  | 'result'
  | 'unused'
  | 'taxFlag'
  | 'exportMark';

export type Tag = 'locale' | 'provider' | 'currency';

/** Words for a column by language, separated by commas. A word that two languages share stands under the first of them. */
export type ColumnWords = Partial<Record<'en' | 'id' | 'ms' | 'th' | 'vi' | 'ja' | 'tl' | 'es', string>>;

export interface ColumnRule {
  field: Field;
  /** As the template writes it. */
  header: string;
  /** Other words for it; compared without case, spaces, punctuation and accents. */
  words: ColumnWords;
  /** Words that may mean something else: beside a column that is named plainly, they give way to it. */
  weakWords?: string;
  /** What a header may add in brackets: `Title [en]`, `Price [6] (IDR)`. */
  tags: readonly Tag[];
  /** What goes into the column, for the merchant. */
  hint: string;
}

/**
 * The accepted file format: this table. A new column is one entry here, one line in docs/format.md, one fixture. The words are those of
 * merchants' own sheets and of the exports of tills: Moka, Jurnal and iPos (id), KiotViet and CukCuk (vi), Smaregi (ja), Loyverse (en, es).
 */
export const columnTable: readonly ColumnRule[] = [
  {
    field: 'type',
    header: 'Type',
    // Not "jenis", "loại", "ประเภท" or "種類": above a menu they are its categories.
    words: { en: 'row type, kind', id: 'tipe, tipe baris', es: 'tipo' },
    tags: [],
    hint: 'Only where items and modifier options share one sheet: item, or modifier.',
  },
  {
    field: 'title',
    header: 'Title',
    words: {
      en: `name, item name, items name, item title, product name, product title, dish, dish name, food name, menu item, menu item name,
        menu name, option name, modifier name`,
      id: 'nama, nama menu, nama produk, nama item, nama barang, nama makanan, nama hidangan, nama masakan, judul',
      ms: 'tajuk',
      th: 'ชื่อ, ชื่อเมนู, ชื่อเมนูอาหาร, ชื่ออาหาร, ชื่อสินค้า, ชื่อรายการ, รายการอาหาร',
      vi: 'tên, tên món, tên món ăn, tên hàng, tên hàng hóa, tên mặt hàng, tên sản phẩm',
      ja: '商品名, 商品名称, 品名, メニュー名, 料理名, 名称, 名前',
      tl: 'pangalan, pangalan ng item, pangalan ng produkto, pangalan ng pagkain, putahe',
      es: 'nombre, nombre del producto, nombre del artículo, nombre del plato, título, platillo',
    },
    weakWords:
      'item, product, option, modifier, menu, produk, เมนู, รายการ, món, món ăn, mặt hàng, メニュー, 商品, 品目, producto, artículo, plato',
    tags: ['locale'],
    hint: 'The name that guests see. Another language is another column: Title [id], Title [ja].',
  },
  {
    field: 'description',
    header: 'Description',
    words: {
      en: 'desc, details, item description, items description, product description, menu description, dish description, short description',
      id: 'deskripsi, deskripsi menu, deskripsi produk, keterangan, penjelasan',
      ms: 'penerangan, huraian',
      th: 'รายละเอียด, รายละเอียดเมนู, รายละเอียดสินค้า, คำอธิบาย, คำบรรยาย',
      vi: 'mô tả, mô tả món, mô tả món ăn, mô tả sản phẩm, diễn giải, chi tiết',
      ja: '説明, 説明文, 商品説明, メニュー説明, 詳細, 商品詳細',
      tl: 'paglalarawan, deskripsyon',
      es: 'descripción, descripción del producto, detalle, detalles',
    },
    tags: ['locale'],
    hint: 'What guests read below the name. May stay empty.',
  },
  {
    field: 'sku',
    header: 'SKU',
    words: {
      en: 'item code, product code, menu code, item sku, product sku, variant sku, stock keeping unit, plu, ref',
      id: 'kode produk, kode menu, kode item, kode barang',
      ms: 'kod produk, kod item, kod menu',
      th: 'รหัสสินค้า, รหัสเมนู, รหัสอาหาร',
      vi: 'mã món, mã món ăn, mã hàng, mã hàng hóa, mã mặt hàng, mã sản phẩm',
      ja: '商品コード, メニューコード, 品番, 商品番号',
      es: 'código de producto, código de artículo, referencia, clave',
    },
    weakWords: 'code, kode, kod, รหัส, mã, コード, kodigo, código',
    tags: [],
    hint: 'Your own code, at most 50 characters, each used once. With it a renamed dish is still the same dish.',
  },
  {
    field: 'price',
    header: 'Price',
    words: {
      en: `base price, basic price, default price, selling price, sell price, unit price, item price, menu price, regular price, normal price,
        retail price, list price, dine in price, srp`,
      id: 'harga, harga jual, harga satuan, harga menu, harga produk, harga normal, harga dine in, harga makan di tempat',
      ms: 'harga jualan, harga seunit',
      th: 'ราคา, ราคาขาย, ราคาปกติ, ราคาต่อหน่วย, ราคาสินค้า, ราคาอาหาร',
      vi: 'giá, giá bán, giá bán lẻ, giá tiền, giá món, đơn giá',
      ja: '価格, 値段, 単価, 販売価格, 商品価格, 商品単価, 通常価格, 税込価格, 店内価格, 金額',
      tl: 'presyo, halaga',
      es: 'precio, precio de venta, precio unitario, pvp',
    },
    tags: ['provider', 'currency'],
    hint: 'A plain number, for example 45000. Prices for another provider are another column: Price [6].',
  },
  {
    field: 'takeAwayPrice',
    header: 'Take-away price',
    words: {
      en: 'take out price, to go price',
      id: 'harga bawa pulang, harga take away, harga bungkus',
      th: 'ราคากลับบ้าน, ราคาซื้อกลับบ้าน, ราคาสั่งกลับบ้าน',
      vi: 'giá mang về, giá mang đi',
      ja: '持ち帰り価格, お持ち帰り価格, テイクアウト価格',
      tl: 'presyo take out',
      es: 'precio para llevar',
    },
    tags: ['provider', 'currency'],
    hint: 'Only where it differs from the price.',
  },
  {
    field: 'vat',
    header: 'VAT %',
    words: {
      en: 'vat percent, vat percentage, vat rate, tax, tax rate, tax percent, gst, sst',
      id: 'ppn, pajak, tarif pajak',
      ms: 'cukai, kadar cukai',
      th: 'ภาษี, ภาษีมูลค่าเพิ่ม, อัตราภาษี',
      vi: 'thuế, thuế suất, thuế gtgt, thuế vat',
      ja: '税率, 消費税, 消費税率',
      tl: 'buwis',
      es: 'iva, impuesto',
    },
    tags: [],
    hint: 'Percent, for example 11. Empty: as in the Settings sheet.',
  },
  {
    field: 'visibleOn',
    header: 'Visible on',
    words: {
      en: 'visible on providers, providers, channels',
      id: 'tampil di',
      ms: 'dipaparkan di',
      th: 'แสดงบน',
      vi: 'hiển thị trên',
      ja: '表示先',
    },
    tags: [],
    hint: 'Where guests see it: klikit, or provider numbers separated by commas. Empty: as in the Settings sheet.',
  },
  {
    field: 'visible',
    header: 'Visible',
    words: { en: 'visibility', id: 'tampil, ditampilkan', ms: 'dipaparkan', th: 'แสดง, แสดงผล', vi: 'hiển thị', ja: '表示' },
    tags: ['provider'],
    hint: 'yes or no for one provider: Visible [6].',
  },
  {
    field: 'enabled',
    header: 'Enabled',
    words: {
      en: 'active, available, available for sale, is enabled, is active, is available',
      id: 'aktif, tersedia',
      th: 'เปิดใช้งาน, เปิดขาย, พร้อมขาย',
      vi: 'kích hoạt, đang bán, còn bán, đang kinh doanh',
      ja: '有効, 販売中, 提供中',
      tl: 'aktibo',
      es: 'activo, disponible, habilitado',
    },
    tags: [],
    hint: 'yes or no. Empty: yes.',
  },
  {
    field: 'preparationMinutes',
    header: 'Preparation minutes',
    words: {
      en: 'preparation time, prep time, prep minutes, cooking time',
      id: 'waktu persiapan, waktu penyajian, waktu masak, lama masak',
      ms: 'masa penyediaan',
      th: 'เวลาเตรียม, เวลาปรุง, เวลาทำ',
      vi: 'thời gian chuẩn bị, thời gian chế biến',
      ja: '調理時間, 準備時間, 提供時間',
      tl: 'oras ng paghahanda',
      es: 'tiempo de preparación, minutos de preparación',
    },
    tags: [],
    hint: 'How long the kitchen needs, in whole minutes.',
  },
  {
    field: 'group',
    header: 'Modifier group',
    words: {
      en: `modifier group id, modifier group title, modifier group name, modifier set, modifier list, option group, option group name, option set,
        add on group, topping group, group`,
      id: 'grup, grup modifier, grup pilihan, grup opsi, grup topping, kelompok pilihan',
      ms: 'kumpulan pilihan',
      th: 'กลุ่มตัวเลือก, กลุ่มตัวเลือกเสริม, กลุ่มท็อปปิ้ง',
      vi: 'nhóm tùy chọn, nhóm lựa chọn, nhóm topping',
      ja: 'オプショングループ, トッピンググループ, 選択グループ',
      tl: 'grupo ng pagpipilian',
      es: 'grupo de modificadores, grupo de opciones',
    },
    tags: [],
    hint: 'The group that the option belongs to: its number in klikit, or its exact title. It must exist already.',
  },
  {
    field: 'sequence',
    header: 'Sequence',
    words: {
      en: 'position, sort order, display order, order',
      id: 'urutan, urutan tampil',
      ms: 'susunan',
      th: 'ลำดับการแสดง, ลำดับการแสดงผล',
      vi: 'thứ tự, thứ tự hiển thị',
      ja: '順番, 表示順, 並び順',
      tl: 'pagkakasunod',
      es: 'orden, posición',
    },
    tags: [],
    hint: 'Position in its group, from 1. Empty: the order of the sheet.',
  },
  {
    field: 'klikitId',
    header: 'klikit ID',
    words: { en: 'klikit item id' },
    tags: [],
    hint: 'Filled in by the report. Leave it as it is.',
  },
  {
    field: 'result',
    header: 'Result',
    words: { en: 'link, what to do, request ids, request id', id: 'hasil, tautan, yang perlu dilakukan, id permintaan' },
    tags: [],
    hint: 'Written by the report; ignored when it comes back.',
  },
];

/** The words of a list in the table, one by one. */
export function listWords(words: string): string[] {
  return words
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
