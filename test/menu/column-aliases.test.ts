import { describe, expect, test } from 'vitest';
import { columnTable, listWords } from '../../functions/menu-import/menu/column-table.ts';
import { nearestHeader } from '../../functions/menu-import/menu/nearest-header.ts';
import { bareName, parseHeader } from '../../functions/menu-import/menu/parse-header.ts';
import { type MenuDefaults, parseMenu } from '../../functions/menu-import/menu/parse-menu.ts';
import { unusedColumns } from '../../functions/menu-import/menu/unused-columns.ts';
import { buildWorkbook } from '../support/build-workbook.ts';

const unusedWords = unusedColumns.flatMap((words) => Object.values(words).flatMap(listWords));

describe('the table', () => {
  test('has each word once, whatever its case, spaces, punctuation and accents', () => {
    const words = columnTable.flatMap(({ header, words: languages, weakWords = '' }) => [
      header,
      ...Object.values(languages).flatMap(listWords),
      ...listWords(weakWords).filter((word) => word !== ''),
    ]);
    const bare = [...words, ...unusedWords].map(bareName);
    expect(bare.filter((word, position) => bare.indexOf(word) < position)).toEqual([]);
    expect(bare).not.toContain('');
  });

  test('means by each of its words what it says', () => {
    for (const { field, header, words } of columnTable) {
      for (const word of [header, ...Object.values(words).flatMap(listWords)])
        expect([word, parseHeader(word)?.field]).toEqual([word, field]);
    }
    expect(unusedWords.filter((word) => parseHeader(word)?.field !== 'unused')).toEqual([]);
  });
});

describe('a menu in', () => {
  const defaults: MenuDefaults = { currency: 'IDR', language: 'en', vatPercent: 0, visibleOn: ['1'] };

  test.each([
    ['Indonesian', ['No', 'Kode Menu', 'Nama Menu', 'Keterangan', 'Kategori', 'Harga Jual', 'Pajak', 'Tersedia', 'Foto']],
    ['Malay', ['Bil', 'Kod Item', 'Nama Hidangan', 'Penerangan', 'Kumpulan Menu', 'Harga Seunit', 'Cukai', 'Aktif', 'Gambar']],
    ['Thai', ['ลำดับ', 'รหัสสินค้า', 'ชื่อเมนู', 'รายละเอียด', 'หมวดหมู่', 'ราคา', 'ภาษี', 'เปิดขาย', 'รูปภาพ']],
    ['Vietnamese', ['STT', 'Mã món', 'Tên món', 'Mô tả', 'Nhóm món', 'Giá bán', 'Thuế', 'Đang bán', 'Hình ảnh']],
    ['Vietnamese without accents', ['STT', 'Ma mon', 'Ten mon', 'Mo ta', 'Nhom mon', 'Gia ban', 'Thue', 'Dang ban', 'Hinh anh']],
    ['Japanese', ['番号', '商品コード', '商品名', '商品説明', 'カテゴリー', '価格', '税率', '販売中', '画像']],
    ['Filipino', ['Blg.', 'Kodigo', 'Pangalan', 'Paglalarawan', 'Kategorya', 'Presyo', 'Buwis', 'Aktibo', 'Larawan']],
    ['Spanish', ['N.º', 'Código', 'Nombre', 'Descripción', 'Categoría', 'Precio', 'IVA', 'Activo', 'Imagen']],
    [
      'a delivery app',
      ['No.', 'Item code', 'ITEM NAME *', 'Item description', 'Menu category', 'Price (IDR)', 'Tax', 'Available for sale', 'Photo URL'],
    ],
    ['English', ['#', 'Item Code', 'Item Name*', 'Details', 'Category', 'Selling Price', 'Tax', 'Available', 'Photo']],
  ])('%s is read without renaming a column', (_, headers) => {
    const row = ['1', 'A1', 'Dish', 'Tasty', 'Mains', 50_000, 11, 'no', 'a.jpg'];
    const reading = parseMenu(buildWorkbook({ Menu: [headers, row] }), defaults);
    if (!reading.ok) throw new Error(reading.refusal.message);
    expect(reading.menu.rows).toMatchObject([
      {
        outcome: 'entry',
        entry: {
          kind: 'item',
          content: {
            title: { en: 'Dish' },
            description: { en: 'Tasty' },
            sku: 'A1',
            prices: { '1': { IDR: { price: 50_000 } } },
            vatPercent: 11,
            enabled: false,
          },
        },
      },
    ]);
    expect(reading.menu.issues).toMatchObject([{ code: 'columns_unused', message: expect.stringContaining(`"${headers[4]}"`) }]);
  });
});

describe('a header', () => {
  test.each([
    ['Nama (Bahasa Inggris)', { field: 'title', locale: 'en' }],
    ['商品名(英語)', { field: 'title', locale: 'en' }],
    ['ชื่อเมนู (ภาษาอังกฤษ)', { field: 'title', locale: 'en' }],
    ['Tên món tiếng Anh', { field: 'title', locale: 'en' }],
    ['Harga (Price)', { field: 'price' }],
    ['Harga / Price', { field: 'price' }],
    ['商品名\nItem name', { field: 'title' }],
    ['Kode Produk/SKU', { field: 'sku' }],
    ['商品名 ※必須', { field: 'title' }],
    ['価格(税込)', { field: 'price' }],
    ['Price (Rp)', { field: 'price', currency: 'IDR' }],
    ['Nama Produk*', { field: 'title' }],
    ['Cost (IDR)', { field: 'unused' }],
    ['Category English', { field: 'unused' }],
    ['Modifier Groups', { field: 'unused' }],
  ])('%j is understood', (header, meaning) => {
    expect(parseHeader(header)).toEqual(meaning);
  });

  test.each(['Price [Main Street]', 'Harga GoFood', 'Price / International', '価格(税抜)', 'Size', 'Supplier'])('%j is not', (header) => {
    expect(parseHeader(header)).toBeUndefined();
  });

  test.each(['Item ID', 'Menu ID', 'Item No', 'Product No.', '商品No.'])(
    '%j names a number, and no title in Indonesian or Norwegian',
    (header) => {
      expect(parseHeader(header)).toEqual({ field: 'unused' });
    },
  );
});

describe('"Menu"', () => {
  const titles = (rows: Parameters<typeof buildWorkbook>[0]) => {
    const reading = parseMenu(buildWorkbook(rows), { currency: 'IDR', language: 'en', vatPercent: 0, visibleOn: ['1'] });
    if (!reading.ok) throw new Error(reading.refusal.message);
    return {
      titles: reading.menu.rows.map((row) => (row.outcome === 'entry' ? row.entry.title : row.outcome)),
      issues: reading.menu.issues,
    };
  };

  test('is the title where nothing else is', () => {
    expect(
      titles({
        Daftar: [
          ['No', 'Menu', 'Harga'],
          [1, 'Soto', 20_000],
        ],
      }).titles,
    ).toEqual(['Soto']);
  });

  test('is not, beside a column that is named plainly', () => {
    const { titles: found, issues } = titles({
      Items: [
        ['Menu', 'Menu item', 'Price'],
        ['Lunch', 'Soto', 20_000],
      ],
    });
    expect(found).toEqual(['Soto']);
    expect(issues).toMatchObject([{ code: 'duplicate_column', cell: 'A1' }]);
  });
});

describe('the nearest header', () => {
  test.each([
    ['Descripton', 'Description'],
    ['Pirce', 'Price'],
    ['Hraga', 'Price'],
    ['Titel', 'Title'],
    ['Prep minuets', 'Preparation minutes'],
  ])('of %j is %j', (header, nearest) => {
    expect(nearestHeader(header)).toBe(nearest);
  });

  test.each(['Vendor', 'Spice', 'Supplier', 'Categry', 'Imag', 'Map', 'Size', 'Coast'])('of %j is none', (header) => {
    expect(nearestHeader(header)).toBeUndefined();
  });
});
