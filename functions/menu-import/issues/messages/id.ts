import { type Sentence, sentence } from '../sentence.ts';
import type { IssueCode } from './en.ts';

const saveAsXlsx = 'Buka menu di Excel, pilih File > Save As, pilih "Excel Workbook (.xlsx)", lalu unggah file itu.';
const saveAsXlsxElsewhere =
  'Simpan sebagai .xlsx di program pembuatnya, lalu unggah file itu. LibreOffice: File > Save As, "Excel 2007-365 (.xlsx)". Numbers: File > Export To > Excel. Google Sheets: File > Download > Microsoft Excel (.xlsx). Excel: File > Save As, "Excel Workbook (.xlsx)".';
const nothingImported = 'Karena itu, tidak ada yang diimpor dari file ini.';
const cannotRead = 'Format itu tidak dapat dibaca, jadi tidak ada yang diimpor.';
const withoutSecret = 'Tanpa kredensial itu, tidak ada yang dapat dikirim ke klikit.';
const notSent = 'Baris seperti ini tidak dikirim ke klikit.';
const wasNotSent = 'Karena itu, baris ini tidak dikirim.';
const wrongMoney = 'Kalau hanya ditebak, hidangan Anda bisa terjual dalam mata uang yang salah, jadi tidak ada yang diimpor.';
const askOperator = 'Ini tidak dapat Anda perbaiki di file Excel. Teruskan laporan ini kepada orang yang menyiapkan impor ini.';
const uploadAgainLater = 'Unggah lagi file yang sama nanti; yang sudah dibuat tidak akan dibuat dua kali.';
const askOperatorAndUploadAgain = `${askOperator} Setelah itu beres, unggah lagi file yang sama; yang sudah dibuat tidak akan dibuat dua kali.`;
const stopped =
  'Impor berhenti sebelum selesai: {because}. Dari {rows|# baris}, {there#} sekarang ada di klikit, {left#} tidak dikirim{unknown}.';

/** The same in Indonesian. A code without an entry is said in English. */
export const messages: Readonly<Partial<Record<IssueCode, Sentence>>> = {
  // The file as a whole
  not_a_workbook: sentence('File ini bukan file Excel dan bukan CSV.', saveAsXlsxElsewhere, nothingImported),
  empty_file: sentence(
    'File ini kosong: tidak ada isinya sama sekali.',
    'Unggah lagi menunya; mungkin pengunggahannya terputus.',
    nothingImported,
  ),
  encrypted_workbook: sentence(
    'File Excel ini dilindungi kata sandi, jadi hanya Anda yang dapat membacanya.',
    'Di Excel pilih File > Info > Protect Workbook > Encrypt with Password, hapus kata sandinya, simpan, lalu unggah lagi.',
  ),
  old_excel_format: sentence('File ini dalam format Excel lama (.xls).', saveAsXlsxElsewhere, cannotRead),
  binary_workbook: sentence('File ini file Excel biner (.xlsb).', saveAsXlsx, cannotRead),
  other_spreadsheet_format: sentence('File ini dalam format program lain ({format}).', saveAsXlsxElsewhere, cannotRead),
  web_page_named_xlsx: sentence('File ini halaman web, bukan file Excel, apa pun namanya.', saveAsXlsx, cannotRead),
  csv_encoding: sentence(
    'Huruf-huruf di CSV ini tidak dalam UTF-8, jadi sebagian akan berubah.',
    'Buka di Excel, pilih File > Save As, pilih "CSV UTF-8 (Comma delimited) (.csv)" atau, lebih baik, "Excel Workbook (.xlsx)", lalu unggah file itu.',
  ),
  csv_unclosed_quote: sentence(
    'Tanda kutip di awal {cell}, di baris teks {line} CSV ini, tidak pernah ditutup, jadi semua yang di bawahnya akan menjadi satu sel.',
    'Tutup tanda kutip itu, atau hapus. Tanda kutip yang merupakan bagian dari teks ditulis dua kali. Atau simpan menunya sebagai file Excel (.xlsx), yang tidak memakai tanda seperti itu.',
  ),
  csv_stray_quote: sentence(
    'Ada sesuatu setelah tanda kutip penutup {cell}, di baris teks {line} CSV ini, jadi akhir selnya tidak dapat dipastikan.',
    'Tulis tanda kutip yang merupakan bagian dari teks dua kali, atau hapus. Atau simpan menunya sebagai file Excel (.xlsx), yang tidak memakai tanda seperti itu.',
  ),
  damaged_workbook: sentence(
    'File Excel ini rusak dan tidak dapat dibaca sampai akhir.',
    'Buka di Excel, biarkan Excel memperbaikinya, simpan sebagai file baru, lalu unggah file baru itu. Jika Excel juga tidak dapat membukanya, pakai salinan terakhir yang masih baik.',
    nothingImported,
  ),
  forbidden_doctype: sentence(
    'File Excel ini berisi deklarasi XML yang tidak pernah ditulis oleh Excel.',
    saveAsXlsx,
    'Deklarasi seperti itu bisa berbahaya, jadi file ini tidak dibaca.',
  ),
  limit_exceeded: sentence(
    'File ini lebih besar daripada yang dapat diimpor: {limit} {seen#}, padahal paling banyak {allowed#}.',
    'Hapus yang bukan bagian menu (gambar, sheet lama, baris kosong yang diformat), atau bagi menjadi beberapa file.',
    nothingImported,
  ),
  no_header_row: sentence(
    'Tidak ada baris judul kolom di sheet mana pun.',
    'Tulis judul kolom dalam satu baris di atas menu, paling sedikit "Title" dan "Price". Contohnya ada di template.',
    'Tanpa judul kolom, isi kolom tidak dapat diketahui, jadi tidak ada yang diimpor.',
  ),
  no_menu_rows: sentence(
    'File ini memiliki judul kolom, tetapi tidak ada baris di bawahnya.',
    'Tulis item Anda di bawah judul kolom, satu per baris, lalu unggah lagi.',
    'Karena itu, tidak ada yang dapat diimpor.',
  ),
  no_title_column: sentence(
    'Kolom untuk nama hidangan tidak ditemukan. Judul kolom yang ada: {headers}.',
    'Beri kolom nama hidangan judul "Title", lalu unggah lagi.',
    'Tanpa nama hidangan, tidak ada yang dapat diimpor.',
  ),
  no_price_column: sentence(
    'Kolom untuk harga tidak ditemukan. Judul kolom yang ada: {headers}.',
    'Beri kolom harga judul "Price", lalu unggah lagi. Setiap ukuran hidangan ditulis di baris sendiri, atau sebagai opsi modifier.',
    'Tanpa harga, tidak ada yang dapat diimpor.',
  ),
  no_currency: sentence(
    'Mata uang harga tidak disebutkan di mana pun.',
    'Tulis mata uangnya di judul kolom, misalnya "Price (IDR)", atau tambahkan sheet "Settings" dengan baris "Currency" dan "IDR".',
    wrongMoney,
  ),
  secret_missing: sentence(
    'Kredensial klikit untuk restoran ini belum disiapkan: secret "{secret}" tidak ada atau kosong.',
    askOperator,
    withoutSecret,
  ),
  secret_malformed: sentence(
    'Kredensial klikit untuk restoran ini tidak dapat dipakai: secret "{secret}" harus berupa JSON dengan isian teks partner_key dan secret_key.',
    askOperator,
    withoutSecret,
  ),
  secret_forbidden: sentence(
    'Impor ini tidak diizinkan membaca kredensial klikit untuk restoran ini: akses ke secret "{secret}" ditolak.',
    askOperator,
    withoutSecret,
  ),
  source_gone: sentence(
    'File yang diunggah sudah dihapus sebelum sempat dibaca.',
    'Unggah lagi file itu.',
    'Karena itu, tidak ada yang dapat diimpor.',
  ),
  source_gone_midway: sentence(
    'File yang diunggah sudah dihapus, atau tidak dapat dibaca lagi, sebelum laporannya ditulis, jadi laporan ini hanya memuat baris yang sudah dikirim.',
    'Untuk melihat semua baris, unggah lagi file itu; yang sudah dibuat tidak akan dibuat dua kali.',
  ),
  stopped_early: sentence(stopped, uploadAgainLater),
  stopped_without_access: sentence(stopped, askOperatorAndUploadAgain),
  import_failed: sentence(
    'File ini tidak dapat diimpor: {attempts#} percobaan semuanya terputus sebelum ada yang dikirim.',
    'Unggah lagi. Jika hasilnya sama, teruskan laporan ini kepada orang yang menyiapkan impor ini.',
  ),
  superseded: sentence(
    'Versi yang lebih baru dari file ini sudah diimpor.',
    'Anda tidak perlu melakukan apa-apa. Jika versi lama ini tetap ingin diimpor, unggah lagi.',
    'Karena itu, versi lama ini dilewati.',
  ),

  rows_gone: sentence(
    'Ada {count|# entri} yang dikirim ke klikit oleh unggahan sebelumnya dari file ini, dan sekarang tidak punya baris lagi: {titles}.',
    'Semuanya dibiarkan seperti adanya di klikit. Hapus yang tidak Anda jual lagi. Jika Anda hanya mengubah judul, judul baru itu dianggap entri baru: hapus yang lama di klikit, dan beri baris Anda SKU supaya dapat dikenali.',
  ),

  // The sheets, columns and settings
  unknown_column: sentence(
    'Arti kolom "{header}"{onSheets} tidak dikenal, jadi kolom itu diabaikan.',
    'Jika kolom itu penting, ganti judulnya dengan salah satu judul yang dikenal.',
  ),
  unknown_column_close: sentence(
    'Arti kolom "{header}"{onSheets} tidak dikenal, jadi kolom itu diabaikan. Apakah maksud Anda "{nearest}"?',
    'Ganti judulnya menjadi "{nearest}" jika memang itu isinya.',
  ),
  column_without_header: sentence(
    'Di baris {row} tidak tertulis apa isi kolom {letters}, jadi kolom itu diabaikan.',
    'Jika kolom itu bagian dari menu, tulis judulnya di baris {row}, misalnya "Description".',
  ),
  header_currency_unclear: sentence(
    'Harga di bawah "{header}" dalam "{sign}", yang dipakai beberapa mata uang, sedangkan menunya dalam {currency}.',
    'Tulis kode mata uangnya di judul kolom, misalnya "Price ({example})", atau di sheet "Settings".',
    wrongMoney,
  ),
  currencies_differ: sentence(
    'Menurut sheet "{firstSheet}" harganya dalam {first}, menurut sheet "{secondSheet}" dalam {second}.',
    'Tulis mata uangnya di judul setiap kolom harga, misalnya "Price ({first})", atau unggah kedua sheet itu sebagai dua file.',
    'Sebagian harga akan memakai mata uang yang salah, jadi tidak ada yang diimpor.',
  ),
  prices_in_thousands: sentence(
    'Menurut {cell} harganya dalam ribuan, jadi "45" berarti 45.000.',
    'Tulis harga lengkapnya, misalnya 45000, hapus keterangan itu, lalu unggah lagi.',
    'Semua harga akan salah, jadi tidak ada yang diimpor.',
  ),
  rows_above_header: sentence(
    '{rows#} baris berisi angka ada di atas judul kolom di baris {row}, jadi baris itu tidak diimpor.',
    'Jika baris itu bagian dari menu, pindahkan judul kolom ke atasnya.',
  ),
  columns_unused: sentence(
    'Impor klikit tidak punya tempat untuk kolom berikut, jadi tidak dipakai: {columns}.',
    'Anda tidak perlu melakukan apa-apa. Isinya dapat dimasukkan sendiri di klikit.',
  ),
  export_taxes_unused: sentence(
    '{system} mencentang pajak, bukan menulis persentasenya, jadi kolom berikut tidak dipakai: {columns}. Setiap baris memakai VAT dari sheet Settings, atau yang biasa.',
    'Jika itu tidak benar, tambahkan kolom "VAT %", atau tulis "VAT %" di sheet "Settings".',
  ),
  duplicate_column: sentence(
    'Kolom "{header}" artinya sama dengan {other}, jadi hanya {other} yang dipakai.',
    'Hapus salah satu kolom, atau bedakan di judulnya, misalnya "Price [6]".',
  ),
  table_beside_another: sentence(
    'Ada tabel kedua di sebelah kanan tabel pertama, di kolom {columns}. Hanya tabel pertama yang diimpor.',
    'Pindahkan tabel kedua beserta judul kolomnya ke bawah tabel pertama, atau ke sheet tersendiri, lalu unggah lagi.',
  ),
  sheet_ignored: sentence(
    'Sheet "{sheet}" tidak tampak seperti menu, jadi tidak diimpor.',
    'Jika sheet itu berisi menu, beri baris judul kolom dengan "Title" dan "Price".',
  ),
  sheet_without_header: sentence(
    'Sheet "{sheet}" tampak seperti lanjutan "{other}", tetapi tidak ada baris judul kolom di dalamnya, jadi tidak diimpor.',
    'Salin baris judul kolom dari "{other}" ke bagian paling atas "{sheet}", lalu unggah lagi.',
  ),
  sheet_hidden: sentence(
    'Sheet "{sheet}" disembunyikan, jadi tidak diimpor.',
    'Tampilkan sheet itu lalu unggah lagi jika barisnya bagian dari menu.',
  ),
  unknown_setting: sentence(
    'Pengaturan "{setting}" tidak dikenal, jadi diabaikan.',
    'Pengaturan yang dikenal: Currency, Language, VAT %, Visible on.',
  ),
  setting_unreadable: sentence(
    'Pengaturan "{setting}" berisi "{value}", yang tidak dapat dipakai.',
    'Perbaiki isinya; yang diharapkan: {expected}.',
    'Semua baris mungkin bergantung padanya, jadi tidak ada yang diimpor.',
  ),

  // The rows
  title_missing: sentence(
    'Baris ini tidak memiliki judul.',
    'Tulis nama hidangan di {cell}.',
    'Baris tanpa judul tidak dikirim ke klikit.',
  ),
  title_merged: sentence(
    'Baris ini tidak memiliki judul sendiri: {cell} bagian dari sel gabungan {range}, yang judulnya milik baris {first}.',
    'Pisahkan sel gabungan {range}, lalu tulis judul di setiap selnya.',
    notSent,
  ),
  title_language_missing: sentence(
    'Baris ini tidak memiliki judul dalam bahasa file ini ({language}).',
    'Tulis judulnya di {cell}, atau ubah "Language" di sheet Settings ke bahasa yang ada di semua baris.',
    notSent,
  ),
  merged_value: sentence(
    '{cell} bagian dari sel gabungan {range}, jadi isinya "{value}" berlaku juga untuk baris ini.',
    'Jika itu tidak benar, pisahkan sel gabungan {range}, lalu tulis isi setiap baris di selnya sendiri.',
  ),
  merged_not_shared: sentence(
    '{cell} bagian dari sel gabungan {range}, yang "{header}"-nya hanya milik baris {first}, jadi baris ini tidak memilikinya.',
    'Jika baris ini punya isi sendiri, pisahkan sel gabungan {range}, lalu tulis isinya di {cell}.',
  ),
  became_date: sentence(
    'Excel mengubah yang diketik di {cell} menjadi tanggal atau jam, {value}, jadi isi aslinya hilang.',
    'Ubah format {cell} menjadi Text, atau Number untuk harga, lalu ketik ulang: mengubah format saja tidak mengembalikan isinya.',
  ),
  column_too_narrow: sentence(
    '{cell} hanya berisi {value}, yaitu yang ditampilkan Excel jika kolom terlalu sempit untuk angkanya.',
    'Lebarkan kolomnya di Excel, lalu simpan lagi file itu; atau ketik sendiri isinya.',
    notSent,
  ),
  text_expected: sentence('{cell} seharusnya berisi teks, tetapi berisi {found}.', 'Tulis teksnya di {cell}.', notSent),
  text_too_long: sentence('Teks di {cell} terdiri dari {length#} karakter; paling banyak {allowed#}.', 'Persingkat teksnya.', notSent),
  price_missing: sentence(
    'Baris ini tidak memiliki harga.',
    'Tulis harganya di {cell}. Untuk yang gratis, tulis 0.',
    'Baris tanpa harga tidak dikirim ke klikit.',
  ),
  price_unreadable: sentence('"{value}" di {cell} tidak dapat dibaca sebagai harga.', 'Tulis angka biasa, misalnya 85000.', notSent),
  price_ambiguous: sentence(
    '"{value}" di {cell} dapat dibaca sebagai {first} atau {second}.',
    'Tulis tanpa pemisah, {firstPlain} atau {secondPlain}, sesuai maksud Anda.',
    'Kalau hanya ditebak, harga jualnya bisa salah, jadi baris ini tidak dikirim ke klikit.',
  ),
  price_contradiction: sentence(
    '{cell} ({price}) dan {other} ({otherPrice}) sama-sama harga dalam {currency} untuk satu provider, tetapi isinya berbeda.',
    'Kosongkan salah satu selnya, atau tulis provider atau mata uangnya di judul kolom, misalnya "Price [6]".',
    notSent,
  ),
  price_negative: sentence('Harga di {cell} negatif ({value}).', 'Tulis harga 0 atau lebih.', notSent),
  price_currency_mismatch: sentence(
    '"{value}" di {cell} dalam {found}, sedangkan kolomnya dalam {expected}.',
    'Tulis harganya dalam {expected}, atau tulis mata uangnya di judul kolom, misalnya "Price ({found})".',
    notSent,
  ),
  price_decimals: sentence(
    'Harga di {cell} memiliki {decimals|# angka} di belakang koma, padahal {currency} ditulis dengan {allowed}.',
    'Periksa apakah harganya benar. Harga itu dikirim seperti tertulis.',
  ),
  klikit_price_missing: sentence(
    'Baris ini memiliki harga untuk provider lain, tetapi tidak untuk klikit sendiri.',
    'Tulis harga untuk klikit di {cell}.',
    notSent,
  ),
  take_away_without_price: sentence(
    '{cell} berisi harga bawa pulang, tetapi baris ini tidak memiliki harga dari provider dan mata uang yang sama.',
    'Isi juga harganya.',
    notSent,
  ),
  vat_unreadable: sentence(
    '"{value}" di {cell} tidak dapat dibaca sebagai persentase VAT.',
    'Tulis angka dari 0 sampai 100, misalnya 11.',
    notSent,
  ),
  vat_out_of_range: sentence(
    'VAT di {cell} adalah {value}; seharusnya dari 0 sampai 100 persen.',
    'Tulis persentasenya sebagai angka, misalnya 11.',
    notSent,
  ),
  vat_below_one: sentence(
    'VAT di {cell} adalah {percent} persen, yaitu kurang dari satu persen.',
    'Jika maksud Anda {meant} persen, tulis {meant}. Angka itu dikirim seperti tertulis.',
  ),
  yes_no_unreadable: sentence('"{value}" di {cell} bukan ya dan bukan tidak.', 'Tulis ya atau tidak.', notSent),
  provider_list_unreadable: sentence(
    '"{value}" di {cell} bukan daftar provider.',
    'Tulis "klikit" atau nomor provider yang dipisahkan koma, misalnya: klikit, 6.',
    notSent,
  ),
  minutes_unreadable: sentence('"{value}" di {cell} bukan jumlah menit.', 'Tulis bilangan bulat 0 atau lebih, misalnya 15.', notSent),
  sequence_unreadable: sentence(
    '"{value}" di {cell} bukan urutan di dalam grup.',
    'Tulis bilangan bulat 1 atau lebih, atau kosongkan untuk mengikuti urutan di sheet.',
    notSent,
  ),
  klikit_id_unreadable: sentence(
    '"{value}" di {cell} bukan klikit ID.',
    'Kembalikan nomor dari laporan, atau kosongkan selnya jika baris ini baru.',
    notSent,
  ),
  klikit_id_unknown: sentence(
    'Entri {value} yang disebut di {cell} tidak pernah dibuat oleh impor Anda sebelumnya, jadi tidak ada yang dikirim.',
    'Kosongkan selnya jika baris ini baru, atau kembalikan nomor dari laporan.',
  ),
  sku_too_long: sentence(
    'SKU di {cell} terdiri dari {length#} karakter; klikit menerima paling banyak {allowed#}.',
    'Persingkat SKU-nya.',
    notSent,
  ),
  sku_scientific: sentence(
    'Excel mengubah SKU di {cell} menjadi "{value}", jadi angka-angkanya hilang.',
    'Ubah format kolomnya menjadi Text, lalu ketik ulang SKU-nya.',
    notSent,
  ),
  type_unknown: sentence(
    '"{value}" di {cell} bukan jenis baris.',
    'Tulis "item" atau "modifier". Jika kolom itu berisi jenis makanan, beri judul "Category"; kolom itu lalu tidak dipakai.',
    notSent,
  ),
  item_with_group: sentence(
    'Baris ini item, tetapi menyebut grup modifier di {cell}.',
    'Kosongkan {cell}, atau ubah jenis barisnya menjadi "modifier".',
    notSent,
  ),
  option_without_group: sentence(
    'Baris ini opsi modifier, tetapi tidak menyebut grup modifier.',
    'Tulis judul grup atau nomornya di klikit di {cell}.',
    notSent,
  ),
  group_taken_from_above: sentence(
    'Baris ini tidak menyebut grup modifier, jadi dimasukkan ke "{value}", grup yang disebut {from} untuk baris-baris di bawahnya.',
    'Jika itu tidak benar, tulis grup baris ini di {cell}.',
  ),
  formula_error: sentence('Rumus di {cell} menampilkan kesalahan {value}.', 'Perbaiki rumusnya, atau ketik sendiri isinya.', notSent),
  formula_not_calculated: sentence(
    'Rumus di {cell} belum pernah dihitung, jadi hasilnya tidak ada di file ini.',
    'Buka file ini di Excel, simpan, lalu unggah lagi; atau ketik sendiri isinya.',
    notSent,
  ),
  row_unusable: sentence(
    'Baris ini tidak dapat dikirim ke klikit karena: {field}.',
    'Periksa sel-sel itu, lalu teruskan laporan ini kepada orang yang menyiapkan impor ini.',
  ),
  duplicate_row: sentence(
    'Baris ini sama dengan {others}: {identity}.',
    'Simpan salah satu saja, atau {remedy}.',
    'klikit akan menerimanya dua kali, jadi tidak satu pun yang dikirim.',
  ),
  conflicting_identity: sentence(
    'Baris ini merujuk ke dua entri berbeda yang sudah ada: {identities}.',
    'Perbaiki SKU, judul, atau klikit ID-nya supaya semuanya merujuk ke entri yang sama.',
    notSent,
  ),

  // Rows of another system's export
  export_variation: sentence(
    'Baris ini salah satu dari beberapa ukuran atau jenis ("{variation}") "{item}" di {system}.',
    'Tulis masing-masing sebagai item dengan judul dan harga sendiri, atau jadikan opsi modifier.',
    'klikit tidak mengenal ukuran dari satu item, jadi baris ini tidak dikirim.',
  ),
  export_variation_name: sentence(
    '{system} menyebut satu-satunya ukuran atau jenis "{item}" sebagai "{variation}", yang tidak dipakai.',
    'Tulis di judulnya jika tamu perlu membacanya.',
  ),
  export_several_products: sentence(
    '"{item}" mewakili beberapa produk di {system} ({cell} berisi "{value}"), jadi tidak punya harga sendiri.',
    'Tulis masing-masing sebagai item dengan judul dan harga sendiri, atau jadikan opsi modifier, lalu hapus baris ini.',
    notSent,
  ),
  export_variable_price: sentence(
    '{system} menanyakan harga baris ini saat dijual ({cell} berisi "{value}"), jadi harganya tidak ada di file ini.',
    'Tulis angka biasa di kolom harga, dan hapus "{value}".',
    notSent,
  ),
  export_price_per_unit: sentence(
    'Harga baris ini per satuan atau berat di {system} ({cell} berisi "{value}"), sedangkan klikit menjual porsi utuh.',
    'Tulis harga satu porsi di kolom harga, dan hapus "{value}".',
    notSent,
  ),
  export_several_prices: sentence(
    '{system} punya beberapa harga untuk item ini ({cell} berisi "{value}"), sedangkan klikit hanya punya tempat untuk satu.',
    'Sisakan satu baris untuk item ini, tulis harganya di kolom harga, dan hapus "{value}".',
    notSent,
  ),
  export_stores_differ: sentence(
    'Harga baris ini berbeda-beda di setiap toko: {prices}.',
    'Hapus kolom harga toko yang tidak termasuk dalam impor ini.',
    notSent,
  ),
  export_group_row: sentence(
    'Baris ini membuat grup modifier, yang tidak dapat dilakukan oleh impor ini.',
    'Buat grupnya di klikit, hapus baris ini, dan tulis grup itu di setiap opsinya di kolom "Modifier group".',
  ),

  // klikit's answers
  group_not_found: sentence(
    'klikit tidak memiliki grup modifier "{value}", yang disebut di {cell}. Grup yang ada: {groups}.',
    'Perbaiki namanya di {cell}, atau buat dulu grupnya di klikit, lalu unggah lagi.',
    'Opsi ini tidak dibuat, karena tidak akan punya tempat.',
  ),
  group_ambiguous: sentence(
    'klikit memiliki beberapa grup modifier "{value}", yang disebut di {cell}: {groups}.',
    'Tulis nomor grup yang Anda maksud di {cell}.',
    'Opsi ini tidak dibuat, karena bisa masuk ke grup yang salah.',
  ),
  group_link_refused: sentence(
    'Opsi ini sudah dibuat, tetapi klikit tidak memasukkannya ke grup modifier {group}: {answer}',
    'Periksa apakah grup itu ada di klikit, lalu unggah lagi file yang sama; opsi ini tidak akan dibuat dua kali.',
  ),
  group_link_unknown: sentence(
    'Opsi ini sudah dibuat, tetapi belum diketahui apakah klikit memasukkannya ke grup modifier {group}: tidak ada jawaban.',
    'Lihat di klikit, dan masukkan ke grup itu di sana jika belum ada.',
  ),
  group_link_waits: sentence(
    'Opsi ini tidak dimasukkan ke grup modifier {group}, karena opsinya sendiri tidak dibuat.',
    'Setelah opsinya dapat dibuat, unggah lagi; grupnya akan menyusul sendiri.',
  ),
  group_link_not_attempted: sentence(
    'Opsi ini tidak dimasukkan ke grup modifier {group}: {because}.',
    'Unggah lagi file yang sama nanti; opsi ini tidak akan dibuat dua kali.',
  ),
  content_changed: sentence(
    'Entri ini ada di klikit dengan isi yang berbeda. klikit tidak menyediakan cara untuk mengubahnya dari sini, jadi tidak ada yang dikirim.',
    'Ubah sendiri di klikit. Perbedaannya tercantum di laporan ini.',
  ),
  klikit_refused: sentence(
    'klikit tidak menerima baris ini: {answer}',
    'Perbaiki yang disebut klikit, lalu unggah lagi. Jika tidak jelas, sebutkan ID permintaannya kepada klikit.',
  ),
  klikit_unknown: sentence(
    'Baris ini sudah dikirim ke klikit, tetapi tidak ada jawaban yang memastikan apakah sudah ada di sana.',
    'Lihat di klikit. Jika ada, tulis nomornya di kolom "klikit ID" baris ini lalu unggah; jika tidak, buat di sana lalu lakukan hal yang sama. Baris ini tidak akan dikirim lagi dengan sendirinya. Sebutkan ID permintaannya, jika ada, kepada klikit.',
  ),
  klikit_idempotency_conflict: sentence(
    'Menurut klikit, baris ini pernah dikirim dengan isi yang berbeda. Itu seharusnya tidak pernah terjadi.',
    'Jangan unggah lagi. Kirim laporan ini beserta ID permintaannya ke dukungan klikit.',
    'Karena itu, belum diketahui isi mana yang ada di klikit.',
  ),
  klikit_rate_limited: sentence('klikit terlalu sibuk untuk menerima baris ini.', uploadAgainLater),
  klikit_unreachable: sentence('klikit tidak dapat dihubungi.', uploadAgainLater, wasNotSent),
  klikit_credentials_rejected: sentence('klikit tidak menerima kredensial restoran ini.', askOperatorAndUploadAgain, wasNotSent),
  klikit_access_forbidden: sentence('klikit tidak mengizinkan kredensial ini membuat entri menu.', askOperatorAndUploadAgain),
  import_stopped: sentence('Impor berhenti sebelum baris ini dikirim.', uploadAgainLater),
  menu_tree_unreadable: sentence(
    'Grup modifier tidak dapat dibaca dari klikit, jadi grup "{value}" tidak dapat dicari.',
    'Unggah lagi file yang sama nanti, atau tulis nomor grupnya di {cell}.',
    wasNotSent,
  ),
};
