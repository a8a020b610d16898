import type { PhraseCode } from './en.ts';

/** The same in Indonesian. */
export const phrases: Readonly<Record<PhraseCode, string>> = {
  // Limits of a file
  limit_file_bytes: 'ukurannya dalam byte',
  limit_unpacked_bytes: 'ukurannya dalam byte setelah dibuka',
  limit_parts: 'jumlah bagian di dalam file',
  limit_unpacking: 'perbandingan ukuran satu bagiannya setelah dan sebelum dibuka',
  limit_rows: 'jumlah baris',
  limit_columns: 'jumlah kolom',
  limit_cell_characters: 'jumlah karakter dalam satu sel',
  limit_text_bytes: 'ukuran teks semua sel dalam byte',
  limit_seconds: 'waktu membacanya dalam detik',
  limit_megabytes: 'memori untuk membacanya dalam megabyte',
  more_than: 'lebih dari {number#}',

  // Why something was not sent
  because_klikit_rate_limited: 'klikit sedang terlalu sibuk',
  because_klikit_unreachable: 'klikit tidak dapat dihubungi',
  because_klikit_credentials_rejected: 'klikit tidak menerima kredensialnya',
  because_klikit_access_forbidden: 'klikit tidak mengizinkannya dengan kredensial ini',
  because_import_stopped: 'file Excel-nya sudah tidak ada, atau impornya dihentikan',
  and_some_unknown: ', dan {count#} belum diketahui nasibnya',

  // What rows share, and how they are told apart
  row: 'baris {row}',
  row_of_sheet: 'baris {row} di sheet "{sheet}"',
  share_klikit_id: 'keduanya memakai klikit ID {id}',
  share_sku: 'keduanya memakai SKU "{sku}"',
  share_title: 'keduanya berjudul "{title}", dan tidak semuanya memiliki SKU',
  share_entry: 'keduanya merujuk ke satu entri yang sudah ada',
  keep_one_klikit_id: 'biarkan klikit ID di baris pemiliknya, dan kosongkan di baris yang lain',
  give_skus: 'beri masing-masing SKU sendiri',
  give_sku_and_title: 'beri baris yang lain SKU dan judul sendiri',
  klikit_id: 'klikit ID {id}',
  entry_without_klikit_id: 'satu entri yang klikit ID-nya belum diketahui',
  title_with_klikit_id: '"{title}" (klikit ID {id})',
  title_in_doubt: '"{title}" (belum diketahui apakah ada di klikit)',

  // What is expected, and what is there instead
  expected_currency: 'kode mata uang, misalnya IDR',
  expected_language: 'nama bahasa, misalnya en atau Indonesia',
  expected_percentage: 'persentase dari 0 sampai 100',
  expected_providers: 'klikit, atau nomor provider yang dipisahkan koma',
  the_value: 'nilai {value}',
  a_column: 'kolom "{header}"',
  column_at: '"{header}" (kolom {letter})',
  on_sheets: ' di sheet {sheets}',
  price_under_header: '{price} di "{header}"',

  // Lists
  none: 'tidak ada',
  more: '{more#} lainnya',
};
