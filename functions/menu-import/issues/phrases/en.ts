/** Parts of sentences that a finding may mention, by code. `{name}` as in the messages. */
export const phrases = {
  // Limits of a file
  limit_file_bytes: 'its size in bytes',
  limit_unpacked_bytes: 'its size in bytes when unpacked',
  limit_parts: 'the number of parts inside the file',
  limit_unpacking: 'how far a part of it unpacks',
  limit_rows: 'the number of rows',
  limit_columns: 'the number of columns',
  limit_cell_characters: 'the number of characters in one cell',
  limit_text_bytes: 'the size of the texts of all cells in bytes',
  limit_seconds: 'the time to read it in seconds',
  limit_megabytes: 'the memory to read it in megabytes',
  more_than: 'more than {number#}',

  // Why something was not sent
  because_klikit_rate_limited: 'klikit was too busy',
  because_klikit_unreachable: 'klikit could not be reached',
  because_klikit_credentials_rejected: 'klikit did not accept the credentials',
  because_klikit_access_forbidden: 'klikit does not allow it with these credentials',
  because_import_stopped: 'the workbook was gone, or the import was stopped',
  and_some_unknown: ', and of {count#} nobody knows',

  // What rows share, and how they are told apart
  row: 'row {row}',
  row_of_sheet: 'row {row} of "{sheet}"',
  share_klikit_id: 'both have the klikit ID {id}',
  share_sku: 'both have the SKU "{sku}"',
  share_title: 'both have the title "{title}", and not each has a SKU',
  share_entry: 'both mean one entry that exists already',
  keep_one_klikit_id: 'leave the klikit ID in the row that it belongs to, and empty the other',
  give_skus: 'give each a SKU of its own',
  give_sku_and_title: 'give the other one a SKU and a title of its own',
  klikit_id: 'klikit ID {id}',
  entry_without_klikit_id: 'one whose klikit ID is not known',
  title_with_klikit_id: '"{title}" (klikit ID {id})',
  title_in_doubt: '"{title}" (nobody knows whether klikit has it)',

  // What is expected, and what is there instead
  expected_currency: 'a currency code such as IDR',
  expected_language: 'a language such as en or Indonesian',
  expected_percentage: 'a percentage from 0 to 100',
  expected_providers: 'klikit, or provider numbers separated by commas',
  the_value: 'the value {value}',
  a_column: 'a column "{header}"',
  column_at: '"{header}" (column {letter})',
  on_sheets: ' on the sheets {sheets}',
  price_under_header: '{price} in "{header}"',

  // Lists
  none: 'none',
  more: '{more#} more',
} satisfies Record<string, string>;

export type PhraseCode = keyof typeof phrases;
