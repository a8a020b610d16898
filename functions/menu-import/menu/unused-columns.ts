import type { ColumnWords } from './column-table.ts';

/**
 * Columns that everybody understands and klikit's create call has no place for. They are not used; the report names them once a sheet.
 * Names with "id" or "no" stand here in full, because "Item ID" and "Item No" would else be titles in Indonesian and Norwegian.
 */
export const unusedColumns: readonly ColumnWords[] = [
  // Row numbers
  {
    en: 'no, nr, number, s no, sr no, sl no, item no, item number, product no, menu no, dish no, option no, modifier no',
    id: 'nomor, nomer, no urut, nomor urut, no menu, no item, no produk',
    ms: 'bil, bilangan',
    th: 'ลำดับ, ลำดับที่, ที่, เลขที่',
    vi: 'stt, số thứ tự',
    ja: '番号, 連番, 通番, 商品no, メニューno',
    tl: 'blg, bilang',
    es: 'núm, número',
  },
  // Identifiers of other systems
  {
    en: 'id, item id, product id, menu id, dish id, option id, modifier id, external id, handle',
    id: 'id menu, id produk, produk id, id item, id barang',
    ja: '商品id, メニューid, カテゴリーid, 部門id',
  },
  // Where it stands in the menu
  {
    en: `category, categories, category name, sub category, sub categories, menu category, menu group, menu section, item category, item group,
      product category, product type, food type, food category, section, department, course, cuisine`,
    id: `kategori, nama kategori, kategori menu, kategori produk, kategori makanan, sub kategori, jenis, jenis menu, jenis makanan, golongan,
      kelompok, kelompok menu, grup menu, grup produk`,
    ms: 'kumpulan menu',
    th: 'หมวด, หมวดหมู่, หมวดหมู่สินค้า, หมวดหมู่อาหาร, ประเภท, ประเภทอาหาร, ประเภทสินค้า, กลุ่มสินค้า',
    vi: 'danh mục, nhóm, nhóm món, nhóm món ăn, nhóm hàng, nhóm thực đơn, loại, loại món, loại hàng, phân loại',
    ja: 'カテゴリ, カテゴリー, カテゴリ名, カテゴリー名, 部門, 部門名, 分類, 種類, ジャンル',
    tl: 'kategorya, uri',
    es: 'categoría, categorías, sección, rubro',
  },
  // What can be chosen with it. Not "Modifier group": an item with a group of its own would be taken for an option.
  {
    en: 'modifier groups, modifiers, option groups, options, add on groups, add ons, variations, variants, extras, toppings',
    id: 'pilihan tambahan, varian',
    es: 'modificadores, opciones, variantes',
  },
  // Pictures
  {
    en: 'image, images, image url, image link, image src, photo, photos, photo url, photo link, picture, pictures',
    id: 'gambar, gambar menu, url gambar, link gambar, foto, foto menu, foto produk, link foto',
    th: 'รูป, รูปภาพ, ภาพ, รูปอาหาร',
    vi: 'hình, hình ảnh, ảnh, link ảnh',
    ja: '画像, 画像url, 商品画像, 写真',
    tl: 'larawan, litrato',
    es: 'imagen, imágenes',
  },
  // What it costs to make
  {
    en: 'cost, cost price, unit cost, food cost, cogs, purchase price, buying price',
    id: 'harga pokok, harga modal, harga beli, modal, hpp',
    ms: 'kos, harga kos',
    th: 'ต้นทุน, ราคาทุน',
    vi: 'giá vốn, giá nhập',
    ja: '原価, 仕入価格',
    tl: 'puhunan',
    es: 'costo, coste',
  },
  // What it costs for a while
  {
    en: 'discount, discount price, discounted price, promo price, sale price, special price, member price, compare at price',
    id: 'diskon, harga diskon, harga promo, harga coret',
    th: 'ส่วนลด, ราคาโปรโมชั่น',
    vi: 'giảm giá, giá khuyến mãi',
    ja: '割引, 特別価格, セール価格',
    es: 'descuento, precio de oferta',
  },
  // Codes that are read by a machine
  {
    en: 'barcode, barcodes, gtin, ean, upc, isbn',
    th: 'บาร์โค้ด',
    vi: 'mã vạch',
    ja: 'バーコード, janコード',
    es: 'código de barras',
  },
  // How much there is, and in what
  {
    en: `stock, in stock, stock quantity, low stock, track stock, quantity, qty, inventory, on hand, unit, units, uom, unit of measure,
      portion, portions, serving, serving size`,
    id: 'stok, stok awal, jumlah, satuan, porsi',
    th: 'สต็อก, คงเหลือ, จำนวน, หน่วย, หน่วยนับ',
    vi: 'tồn kho, số lượng, đơn vị, đơn vị tính, đvt',
    ja: '在庫, 在庫数, 数量, 単位',
    tl: 'dami',
    es: 'inventario, existencias, cantidad, unidad',
  },
  // What is in it
  {
    en: 'allergens, allergen, allergies, dietary, ingredients, calories, kcal, spicy level, spice level, halal, vegetarian, vegan',
    id: 'alergen, bahan, komposisi, kalori',
    th: 'ส่วนผสม, วัตถุดิบ, แคลอรี่',
    vi: 'thành phần, nguyên liệu, calo',
    ja: 'アレルゲン, アレルギー, 原材料, カロリー',
    tl: 'sangkap',
    es: 'alérgenos, ingredientes, calorías',
  },
  // Words of the house
  {
    en: 'tags, tag, labels, label, keywords, brand, notes, note, remarks, remark, comment, comments',
    id: 'merek, merk, catatan',
    th: 'แท็ก, หมายเหตุ',
    vi: 'thẻ, ghi chú',
    ja: 'タグ, 備考, メモ',
    es: 'etiquetas, marca, notas, observaciones, comentarios',
  },
];
