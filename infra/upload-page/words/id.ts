import type { UploadWords } from './upload-words.ts';

export const words: UploadWords = {
  title: 'Unggah menu',
  forMerchant: 'untuk restoran {merchant}',
  drop: 'Letakkan file menu di sini',
  choose: 'Pilih file',
  kinds: 'Satu file Excel (.xlsx) atau CSV, paling besar {size} MB.',
  until:
    'Halaman ini berlaku sampai {until}. Halaman ini hanya untuk Anda: siapa pun yang memilikinya dapat mengunggah menu untuk {merchant}.',
  sender: 'orang yang mengirim halaman ini',

  sending: 'Mengirim {file}',
  progress: '{percent}% dari {size}',
  almost: 'Menunggu jawaban',
  keepOpen: 'Biarkan halaman ini terbuka sampai selesai.',
  arrived: '{file} sudah terkirim.',
  another: 'Unggah file lain',

  next: 'Apa yang terjadi selanjutnya',
  steps: [
    'Menu Anda diimpor ke klikit dalam beberapa menit.',
    'Anda menerima laporannya dari {contact}.',
    'Laporan itu menandai sel yang perlu diperbaiki. Perbaiki, lalu unggah lagi file Excel itu di sini sampai {until}. Yang sudah ada di klikit tidak dibuat dua kali.',
  ],

  again: 'Kirim lagi',
  expired: 'Halaman ini berlaku sampai {until}. Mintalah halaman baru kepada {contact}.',
  failures: {
    several: 'File itu lebih dari satu. Kirim satu per satu.',
    unreadable: '{file} tidak dapat dibaca. Kalau itu folder, pilih file di dalamnya.',
    lockFile: '{file} adalah file sementara yang dibuat Excel selama file Excel terbuka. Pilih file Excel itu sendiri.',
    hiddenFile: '{file} adalah file tersembunyi di perangkat Anda. Pilih file Excel itu sendiri.',
    empty: '{file} kosong. Simpan menu sekali lagi, lalu pilih lagi.',
    tooLarge:
      '{file} lebih besar dari {size} MB, padahal menu tidak perlu sebesar itu. Hapus gambar di dalamnya, atau bagi menjadi dua file.',
    picture: '{file} adalah gambar atau PDF. Menu diimpor dari file Excel (.xlsx) atau CSV.',
    oldExcel:
      '{file} memakai kata sandi, atau dalam format Excel lama (.xls). Di Excel pilih File > Save As, "Excel Workbook (.xlsx)", tanpa kata sandi, lalu unggah file itu.',
    broken:
      '{file} tidak terkirim: sambungan terputus. Periksa apakah Anda terhubung ke internet, lalu kirim lagi. Tidak ada yang dibuat dua kali.',
    busy: '{file} tidak terkirim: penerimanya sedang sibuk. Kirim lagi sebentar lagi.',
    withdrawn: 'Halaman ini sudah dinonaktifkan. Mintalah halaman baru kepada {contact}.',
    refused: '{file} tidak diterima ({code}). Beri tahu {contact}, dengan menyebut kata di dalam kurung.',
  },

  withoutScripts:
    'Pilih file, lalu kirim. Skrip dimatikan, jadi halaman ini tidak memberi tahu bahwa file sudah terkirim; kesalahan akan terlihat.',
  send: 'Kirim',
};
