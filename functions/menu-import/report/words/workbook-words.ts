import { type Language, languageOf } from '../../words/language.ts';
import { type ReportWords, reportWords } from './report-words.ts';

/** The columns that a report adds to a merchant's sheets, in their order. */
export const resultColumns = ['result', 'klikitId', 'link', 'whatToDo', 'requestIds'] as const;

export type ResultColumn = (typeof resultColumns)[number];

/** What `report.xlsx` says, besides what every rendering does. */
interface WorkbookWords {
  /** The name of the first sheet. `menu/sort-sheets.ts` knows it as no menu. */
  sheetName: string;
  /** Of the result columns. `menu/column-table.ts` knows them. */
  headers: Readonly<Record<ResultColumn, string>>;
  file: string;
  merchant: string;
  imported: string;
  importId: string;
  rowsHeading: string;
  linksHeading: string;
  total: string;
  where: string;
  wholeFile: string;
  whatIsWrong: string;
  unknownColumns: string;
  sheet: string;
  column: string;
  header: string;
  didYouMean: string;
  howToHeading: string;
  /** One step a line. */
  howTo: readonly string[];
  /** The same where nothing was imported. */
  howToRefused: readonly string[];
  /** Where a list is cut. */
  more: string;
  /** Where the merchant's own sheets cannot be shown. */
  sheetsMissing: string;
  row: string;
  title: string;
}

const en: WorkbookWords = {
  sheetName: 'klikit report',
  headers: { result: 'Result', klikitId: 'klikit ID', link: 'Link', whatToDo: 'What to do', requestIds: 'Request IDs' },
  file: 'File',
  merchant: 'Merchant',
  imported: 'Imported (UTC)',
  importId: 'Import',
  rowsHeading: 'What became of the rows',
  linksHeading: 'What became of the links of options to their groups',
  total: 'All rows',
  where: 'Where',
  wholeFile: 'The whole file',
  whatIsWrong: 'What is wrong',
  unknownColumns: 'Columns that were not understood',
  sheet: 'Sheet',
  column: 'Column',
  header: 'Header',
  didYouMean: 'Did you mean',
  howToHeading: 'How to go on with this workbook',
  howTo: [
    'Your sheets follow, as you uploaded them, with five more columns at the right that say what became of each row.',
    'A red cell kept its row out of klikit; a yellow cell was sent, but should be looked at. Rest the pointer on it to read why. The column "What to do" says the same.',
    'Correct the cells, here or in your own workbook, save, and upload the whole file again. This workbook can be uploaded as it is.',
    'What is in klikit already is not made a second time. Leave the column "klikit ID" as it is: it tells which row is which.',
  ],
  howToRefused: [
    'Your sheets follow, as you uploaded them; cells that are named above are marked there.',
    'Do what is said above, here or in your own workbook, save, and upload the whole file again. This workbook can be uploaded as it is.',
  ],
  more: 'There is more: report.html names all of it.',
  sheetsMissing: 'The sheets of the workbook itself cannot be shown here.',
  row: 'Row',
  title: 'Title',
};

const id: WorkbookWords = {
  sheetName: 'Laporan klikit',
  headers: { result: 'Hasil', klikitId: 'klikit ID', link: 'Tautan', whatToDo: 'Yang perlu dilakukan', requestIds: 'ID permintaan' },
  file: 'File',
  merchant: 'Merchant',
  imported: 'Diimpor (UTC)',
  importId: 'Impor',
  rowsHeading: 'Hasil setiap baris',
  linksHeading: 'Hasil tautan opsi ke grupnya',
  total: 'Semua baris',
  where: 'Di mana',
  wholeFile: 'Seluruh file',
  whatIsWrong: 'Apa yang salah',
  unknownColumns: 'Kolom yang tidak dikenali',
  sheet: 'Sheet',
  column: 'Kolom',
  header: 'Judul kolom',
  didYouMean: 'Mungkin maksud Anda',
  howToHeading: 'Cara melanjutkan dengan file ini',
  howTo: [
    'Sheet Anda ada setelah ini, sama seperti yang Anda unggah, dengan lima kolom tambahan di sebelah kanan yang menjelaskan hasil setiap baris.',
    'Sel merah membuat barisnya tidak masuk ke klikit; sel kuning sudah dikirim, tetapi perlu diperiksa. Arahkan penunjuk ke sel itu untuk membaca alasannya. Kolom "Yang perlu dilakukan" menjelaskan hal yang sama.',
    'Perbaiki sel-selnya, di sini atau di file Anda sendiri, simpan, lalu unggah lagi seluruh file. File ini bisa langsung diunggah.',
    'Yang sudah ada di klikit tidak dibuat dua kali. Jangan ubah kolom "klikit ID": kolom itu menunjukkan baris mana milik menu yang mana.',
  ],
  howToRefused: [
    'Sheet Anda ada setelah ini, sama seperti yang Anda unggah; sel yang disebut di atas diberi tanda.',
    'Lakukan yang disebut di atas, di sini atau di file Anda sendiri, simpan, lalu unggah lagi seluruh file. File ini bisa langsung diunggah.',
  ],
  more: 'Masih ada lagi: report.html memuat semuanya.',
  sheetsMissing: 'Sheet dari file aslinya tidak bisa ditampilkan di sini.',
  row: 'Baris',
  title: 'Nama',
};

const all: Readonly<Record<Language, WorkbookWords>> = { en, id };

/** All that `report.xlsx` says, in one language. */
export interface WorkbookSpeech {
  language: Language;
  /** What every rendering says. */
  common: ReportWords;
  words: WorkbookWords;
}

/** `language`: as the report names it. */
export function workbookSpeech(language: string | undefined): WorkbookSpeech {
  return { language: languageOf(language), common: reportWords(language), words: all[languageOf(language)] };
}

/** Whether a header is that of a result column, in any language. */
export function isResultHeader(text: string, column: ResultColumn): boolean {
  const plain = text.trim().toLowerCase();
  return Object.values(all).some(({ headers }) => headers[column].toLowerCase() === plain);
}

/** Whether a sheet bears the name of the first sheet of a report, in any language. */
export function isReportSheetName(name: string): boolean {
  return Object.values(all).some(({ sheetName }) => sheetName.toLowerCase() === name.trim().toLowerCase());
}
