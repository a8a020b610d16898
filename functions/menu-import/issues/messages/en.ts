import { error, type RatedSentence, warning } from '../sentence.ts';

const saveAsXlsx = 'Open the menu in Excel, choose File > Save As, pick "Excel Workbook (.xlsx)", and upload that file.';
const saveAsXlsxElsewhere =
  'Save it as .xlsx in the program that made it, and upload that file. LibreOffice: File > Save As, "Excel 2007-365 (.xlsx)". Numbers: File > Export To > Excel. Google Sheets: File > Download > Microsoft Excel (.xlsx). Excel: File > Save As, "Excel Workbook (.xlsx)".';
const nothingImported = 'So nothing of it was imported.';
const cannotRead = 'The import cannot read that format, so nothing was imported.';
const withoutSecret = 'Without them nothing can be sent to klikit.';
const notSent = 'Such a row is not sent to klikit.';
const wasNotSent = 'So this row was not sent.';
const askOperator = 'This is nothing you can fix in the workbook. Forward this report to the person who set up the import.';
const askOperatorAndUploadAgain = `${askOperator} When that is done, upload the same file again; what was created is not created again.`;

/**
 * Every sentence a restaurant owner gets to read, by issue code: what is wrong, what to do, and what happens otherwise where neither says
 * so. Codes never change; sentences may, and their translations with them. `{name}` is what the finding mentions by that name, see
 * `fillTemplate`; `{value}`, `{cell}`, `{sheet}` and `{row}` come with the place.
 */
export const messages = {
  // The file as a whole
  not_a_workbook: error('This file is neither an Excel workbook nor a CSV.', saveAsXlsxElsewhere, nothingImported),
  empty_file: error(
    'This file is empty: it has no bytes at all.',
    'Upload the menu again; the upload was probably interrupted.',
    nothingImported,
  ),
  encrypted_workbook: error(
    'This workbook is protected with a password, so nobody but you can read it.',
    'In Excel choose File > Info > Protect Workbook > Encrypt with Password, clear the password, save, and upload again.',
  ),
  old_excel_format: error('This is a workbook in the old Excel format (.xls).', saveAsXlsxElsewhere, cannotRead),
  binary_workbook: error('This is a binary Excel workbook (.xlsb).', saveAsXlsx, cannotRead),
  other_spreadsheet_format: error('This spreadsheet is in the format of another program ({format}).', saveAsXlsxElsewhere, cannotRead),
  web_page_named_xlsx: error('This is a web page, not an Excel workbook, whatever it is named.', saveAsXlsx, cannotRead),
  csv_encoding: error(
    'The letters of this CSV are not in UTF-8, so some of them would come out wrong.',
    'Open it in Excel, choose File > Save As, pick "CSV UTF-8 (Comma delimited) (.csv)" or, better, "Excel Workbook (.xlsx)", and upload that file.',
  ),
  csv_unclosed_quote: error(
    'The quotation mark that begins {cell}, in line {line} of this CSV, is never closed, so everything below it would be one cell.',
    'Close it, or delete it. A quotation mark that belongs to the text is written twice. Or save the menu as an Excel workbook (.xlsx), which has no such marks.',
  ),
  csv_stray_quote: error(
    'Something follows the closing quotation mark of {cell}, in line {line} of this CSV, so nobody can tell where the cell ends.',
    'Write a quotation mark that belongs to the text twice, or delete it. Or save the menu as an Excel workbook (.xlsx), which has no such marks.',
  ),
  damaged_workbook: error(
    'This workbook is damaged and cannot be read to its end.',
    'Open it in Excel, let Excel repair it, save it as a new file, and upload that. If Excel cannot open it either, use your last good copy.',
    nothingImported,
  ),
  forbidden_doctype: error(
    'This workbook contains XML declarations that Excel never writes.',
    saveAsXlsx,
    'They can do harm, so it was not read.',
  ),
  limit_exceeded: error(
    'This workbook is larger than the import takes: {limit} is {seen#}, and at most {allowed#} is allowed.',
    'Remove what does not belong to the menu (pictures, old sheets, empty formatted rows), or split it into several workbooks.',
    nothingImported,
  ),
  no_header_row: error(
    'No row with column headers was found in any sheet.',
    'Put the headers in one row above the menu, at least "Title" and "Price". The template shows how.',
    'Without them nobody knows what the columns hold, so nothing was imported.',
  ),
  no_menu_rows: error(
    'The workbook has column headers, but no rows below them.',
    'Write your items below the headers, one a row, and upload again.',
    'So there is nothing to import.',
  ),
  no_title_column: error(
    'No column for the titles was found. Headers seen: {headers}.',
    'Name the column with the dish names "Title", and upload again.',
    'Without titles nothing can be imported.',
  ),
  no_price_column: error(
    'No column for the prices was found. Headers seen: {headers}.',
    'Name the column with the prices "Price", and upload again. Sizes of a dish are rows of their own, or modifier options.',
    'Without prices nothing can be imported.',
  ),
  no_currency: error(
    'Nothing says in which currency the prices are.',
    'Write the currency into the header, for example "Price (IDR)", or add a sheet "Settings" with a row "Currency" and "IDR".',
    'A guess could sell your dishes for the wrong money, so nothing was imported.',
  ),
  secret_missing: error(
    'The klikit credentials of this merchant are not set up: the secret "{secret}" is missing or empty.',
    askOperator,
    withoutSecret,
  ),
  secret_malformed: error(
    'The klikit credentials of this merchant are not usable: the secret "{secret}" must be JSON with the text fields partner_key and secret_key.',
    askOperator,
    withoutSecret,
  ),
  secret_forbidden: error(
    'The import may not read the klikit credentials of this merchant: access to the secret "{secret}" is denied.',
    askOperator,
    withoutSecret,
  ),
  source_gone: error('The uploaded workbook was deleted before it could be read.', 'Upload it again.', 'So there was nothing to import.'),
  source_gone_midway: warning(
    'The uploaded workbook was deleted, or could not be read any more, before its report was written, so this report lists only the rows that were sent.',
    'To see every row, upload the workbook again; what was created is not created again.',
  ),
  stopped_early: error(
    'The import stopped before its end: {because}. Of {rows|# row|# rows} {there|# is|# are} in klikit now, {left|# was|# were} not sent{unknown}.',
    'Upload the same file again later; what was created is not created again.',
  ),
  stopped_without_access: error(
    'The import stopped before its end: {because}. Of {rows|# row|# rows} {there|# is|# are} in klikit now, {left|# was|# were} not sent{unknown}.',
    askOperatorAndUploadAgain,
  ),
  import_failed: error(
    'This workbook could not be imported: each of {attempts#} attempts broke off before anything was sent.',
    'Upload it again. If that ends the same way, forward this report to the person who set up the import.',
  ),
  superseded: error(
    'A newer version of this workbook was imported already.',
    'Nothing needs to be done. To import this older version after all, upload it again.',
    'So this older version was left alone.',
  ),

  rows_gone: warning(
    '{count|There is one entry|There are # entries} that an earlier upload of this file sent to klikit, and that no row means any more: {titles}.',
    'They were left as they are in klikit. Remove what you no longer sell there. Where you only changed a title, the new title was taken for a new entry: remove the old one in klikit, and give your rows a SKU so that they are known by it.',
  ),

  // The sheets, columns and settings
  unknown_column: warning(
    'Nobody knows what the column "{header}"{onSheets} means, so it was ignored.',
    'If it matters, rename it to one of the known headers.',
  ),
  unknown_column_close: warning(
    'Nobody knows what the column "{header}"{onSheets} means, so it was ignored. Did you mean "{nearest}"?',
    'Rename the header to "{nearest}" if that is what it holds.',
  ),
  column_without_header: warning(
    'Nothing in row {row} says what stands in column {letters}, so it was ignored.',
    'If it belongs to the menu, write its name into row {row}, for example "Description".',
  ),
  header_currency_unclear: error(
    'The prices below "{header}" are in "{sign}", which several currencies share, but the menu is in {currency}.',
    'Write the code of the currency into the header, for example "Price ({example})", or into a sheet "Settings".',
    'A guess could sell your dishes for the wrong money, so nothing was imported.',
  ),
  currencies_differ: error(
    'The sheet "{firstSheet}" says that its prices are in {first}, the sheet "{secondSheet}" says {second}.',
    'Write the currency into the header of each price column, for example "Price ({first})", or upload the sheets as two workbooks.',
    'Some prices would be in the wrong money, so nothing was imported.',
  ),
  prices_in_thousands: error(
    '{cell} says that the prices are in thousands, so that "45" would mean 45,000.',
    'Write the whole prices, for example 45000, delete that remark, and upload again.',
    'Every price would be wrong, so nothing was imported.',
  ),
  rows_above_header: warning(
    '{rows#} rows with numbers stand above the column names in row {row}, so they were not imported.',
    'If they belong to the menu, move the column names above them.',
  ),
  columns_unused: warning(
    "klikit's import has no place for these columns, so they were not used: {columns}.",
    'Nothing needs to be done. What they hold can be entered in klikit by hand.',
  ),
  export_taxes_unused: warning(
    '{system} ticks its taxes instead of writing a percentage, so they were not used: {columns}. Every row has the VAT of the Settings sheet, or the usual one.',
    'If that is not right, add a column "VAT %", or write "VAT %" into a sheet "Settings".',
  ),
  duplicate_column: warning(
    'The column "{header}" means the same as {other}, so only {other} was used.',
    'Delete one of the two columns, or tell them apart in the header, for example "Price [6]".',
  ),
  table_beside_another: warning(
    'A second table stands to the right of the first, in the columns {columns}. Only the first was imported.',
    'Move the second table below the first, with its column names, or to a sheet of its own, and upload again.',
  ),
  sheet_ignored: warning(
    'The sheet "{sheet}" does not look like a menu, so it was not imported.',
    'If it holds menu rows, give it a header row with "Title" and "Price".',
  ),
  sheet_without_header: warning(
    'The sheet "{sheet}" looks like more of "{other}", but no row in it names the columns, so it was not imported.',
    'Copy the row with the column names from "{other}" to the top of "{sheet}", and upload again.',
  ),
  sheet_hidden: warning(
    'The sheet "{sheet}" is hidden, so it was not imported.',
    'Show the sheet and upload again if its rows belong to the menu.',
  ),
  unknown_setting: warning(
    'Nobody knows the setting "{setting}", so it was ignored.',
    'Known settings: Currency, Language, VAT %, Visible on.',
  ),
  setting_unreadable: error(
    'The setting "{setting}" has the value "{value}", which cannot be used.',
    'Correct it; expected: {expected}.',
    'Every row may depend on it, so nothing was imported.',
  ),

  // The rows
  title_missing: error('This row has no title.', 'Write the name of the dish into {cell}.', 'A row without a title is not sent to klikit.'),
  title_merged: error(
    'This row has no title of its own: {cell} is part of the merged cells {range}, whose title belongs to the row of {first}.',
    'Unmerge {range}, and write a title into each of its cells.',
    notSent,
  ),
  title_language_missing: error(
    'This row has no title in the language of the workbook ({language}).',
    'Write the title into {cell}, or set "Language" in the Settings sheet to a language that every row has.',
    notSent,
  ),
  merged_value: warning(
    '{cell} is part of the merged cells {range}, so their value "{value}" counts for this row as well.',
    'If that is not right, unmerge {range}, and write the value of each row into its own cell.',
  ),
  merged_not_shared: warning(
    '{cell} is part of the merged cells {range}, whose "{header}" belongs to the row of {first} only, so this row has none.',
    'If this row has one of its own, unmerge {range}, and write it into {cell}.',
  ),
  became_date: error(
    'Excel took what was typed into {cell} for a date or a time, {value}, so what was meant is lost.',
    'Format {cell} as Text, or as Number for a price, and then type it again: the format alone does not bring it back.',
  ),
  column_too_narrow: error(
    '{cell} holds only {value}, which is what Excel shows of a number in a column that is too narrow for it.',
    'Make the column wider in Excel, and save the file again; or type the value itself.',
    notSent,
  ),
  text_expected: error('{cell} should hold text, but holds {found}.', 'Write the text itself into {cell}.', notSent),
  text_too_long: error('The text in {cell} has {length#} characters; at most {allowed#} are allowed.', 'Shorten it.', notSent),
  price_missing: error(
    'This row has no price.',
    'Write the price into {cell}. For something free of charge write 0.',
    'A row without a price is not sent to klikit.',
  ),
  price_unreadable: error('"{value}" in {cell} cannot be read as a price.', 'Write a plain number, for example 85000.', notSent),
  price_ambiguous: error(
    '"{value}" in {cell} can be read as {first} or as {second}.',
    'Write it without separators, {firstPlain} or {secondPlain}, whichever you mean.',
    'A guess could sell it at the wrong price, so the row is not sent to klikit.',
  ),
  price_contradiction: error(
    '{cell} ({price}) and {other} ({otherPrice}) are both the price in {currency} of one provider, and they differ.',
    'Empty one of the two cells, or name the provider or the currency in the header, for example "Price [6]".',
    notSent,
  ),
  price_negative: error('The price in {cell} is negative ({value}).', 'Write a price of 0 or more.', notSent),
  price_currency_mismatch: error(
    '"{value}" in {cell} says {found}, but the column is in {expected}.',
    'Write the price in {expected}, or name the currency in the header, for example "Price ({found})".',
    notSent,
  ),
  price_decimals: warning(
    'The price in {cell} has {decimals|# decimal|# decimals}, but {currency} is written with {allowed}.',
    'Check that the price is right. It was sent as it stands.',
  ),
  klikit_price_missing: error(
    'This row has a price for another provider, but none for klikit itself.',
    "Write klikit's own price into {cell}.",
    notSent,
  ),
  take_away_without_price: error(
    '{cell} has a take-away price, but the row has no price of the same provider and currency.',
    'Fill in the price as well.',
    notSent,
  ),
  vat_unreadable: error(
    '"{value}" in {cell} cannot be read as a VAT percentage.',
    'Write a number from 0 to 100, for example 11.',
    notSent,
  ),
  vat_out_of_range: error(
    'The VAT in {cell} is {value}; it must be from 0 to 100 percent.',
    'Write the percentage as a number, for example 11.',
    notSent,
  ),
  vat_below_one: warning(
    'The VAT in {cell} is {percent} percent, which is less than one percent.',
    'If you mean {meant} percent, write {meant}. It was sent as it stands.',
  ),
  yes_no_unreadable: error('"{value}" in {cell} is neither yes nor no.', 'Write yes or no.', notSent),
  provider_list_unreadable: error(
    '"{value}" in {cell} is no list of providers.',
    'Write "klikit" or provider numbers separated by commas, for example: klikit, 6.',
    notSent,
  ),
  minutes_unreadable: error('"{value}" in {cell} is no number of minutes.', 'Write a whole number of 0 or more, for example 15.', notSent),
  sequence_unreadable: error(
    '"{value}" in {cell} is no position in the group.',
    'Write a whole number of 1 or more, or leave it empty to keep the order of the sheet.',
    notSent,
  ),
  klikit_id_unreadable: error(
    '"{value}" in {cell} is no klikit ID.',
    'Restore the number from the report, or leave the cell empty if this row is new.',
    notSent,
  ),
  klikit_id_unknown: error(
    'No earlier import of yours made the entry {value} that {cell} names, so nothing was sent.',
    'Leave the cell empty if this row is new, or restore the number from the report.',
  ),
  sku_too_long: error('The SKU in {cell} has {length#} characters; klikit takes at most {allowed#}.', 'Shorten the SKU.', notSent),
  sku_scientific: error(
    'Excel turned the SKU in {cell} into "{value}", so its digits are lost.',
    'Format the column as Text, and type the SKU again.',
    notSent,
  ),
  type_unknown: error(
    '"{value}" in {cell} is no type of row.',
    'Write "item" or "modifier". If the column holds kinds of food, name it "Category"; then it is not used.',
    notSent,
  ),
  item_with_group: error(
    'This row is an item, but names a modifier group in {cell}.',
    'Empty {cell}, or change the type to "modifier".',
    notSent,
  ),
  option_without_group: error(
    'This row is a modifier option, but names no modifier group.',
    "Write the group's title or its klikit number into {cell}.",
    notSent,
  ),
  group_taken_from_above: warning(
    'This row names no modifier group, so it was put into "{value}", the group that {from} names for the rows below it.',
    'If that is not right, write the group of this row into {cell}.',
  ),
  formula_error: error('The formula in {cell} shows the error {value}.', 'Repair the formula, or type the value itself.', notSent),
  formula_not_calculated: error(
    'The formula in {cell} was never calculated, so its value is not in the file.',
    'Open the workbook in Excel, save it, and upload it again; or type the value itself.',
    notSent,
  ),
  row_unusable: error(
    'This row cannot be sent to klikit because of: {field}.',
    'Check these cells, and forward the report to the person who set up the import.',
  ),
  duplicate_row: error(
    'This row is the same as {others}: {identity}.',
    'Keep one of them, or {remedy}.',
    'klikit would get it twice, so none of them is sent.',
  ),
  conflicting_identity: error(
    'This row points at two different entries that exist already: {identities}.',
    'Correct its SKU, title or klikit ID so that all of them mean the same entry.',
    notSent,
  ),

  // Rows of another system's export
  export_variation: error(
    'This row is one of several sizes or kinds ("{variation}") of "{item}" in {system}.',
    'Write each of them as an item with its own title and price, or make them modifier options.',
    'klikit has no sizes of one item, so the row is not sent.',
  ),
  export_variation_name: warning(
    '{system} calls the only size or kind of "{item}" "{variation}", which was not used.',
    'Write it into the title if guests should read it.',
  ),
  export_several_products: error(
    '"{item}" stands for several products in {system} ({cell} says "{value}"), so it has no price of its own.',
    'Write each of them as an item with its own title and price, or make them modifier options, and delete this row.',
    notSent,
  ),
  export_variable_price: error(
    '{system} asks for the price of this row when it is sold ({cell} says "{value}"), so the file has none.',
    'Write a plain number into the price column, and delete "{value}".',
    notSent,
  ),
  export_price_per_unit: error(
    'The price of this row is per unit or weight in {system} ({cell} says "{value}"), but klikit sells whole portions.',
    'Write the price of one portion into the price column, and delete "{value}".',
    notSent,
  ),
  export_several_prices: error(
    '{system} has several prices for this item ({cell} says "{value}"), and klikit has place for one.',
    'Keep one row for the item, write its price into the price column, and delete "{value}".',
    notSent,
  ),
  export_stores_differ: error(
    'The stores do not agree on the price of this row: {prices}.',
    'Delete the price columns of the stores that this import is not for.',
    notSent,
  ),
  export_group_row: error(
    'This row makes a modifier group, which the import cannot do.',
    'Create the group in klikit, delete this row, and name the group beside each of its options in a column "Modifier group".',
  ),

  // klikit's answers
  group_not_found: error(
    'klikit has no modifier group "{value}", which {cell} names. Groups that exist: {groups}.',
    'Correct the name in {cell}, or create the group in klikit first, and upload again.',
    'The option was not created, because it would belong nowhere.',
  ),
  group_ambiguous: error(
    'klikit has several modifier groups "{value}", which {cell} names: {groups}.',
    'Write the number of the group you mean into {cell}.',
    'The option was not created, because it could end up in the wrong one.',
  ),
  group_link_refused: error(
    'The option was created, but klikit did not put it into its modifier group {group}: {answer}',
    'Check that the group exists in klikit and upload the same file again; the option is not created a second time.',
  ),
  group_link_unknown: error(
    'The option was created, but nobody knows whether klikit put it into its modifier group {group}: no answer could be had.',
    'Look into klikit, and put it into the group there if it is missing.',
  ),
  group_link_waits: warning(
    'It was not put into its modifier group {group}, because the option itself was not created.',
    'Once the option can be created, upload again; the group follows by itself.',
  ),
  group_link_not_attempted: error(
    'The option was not put into its modifier group {group}: {because}.',
    'Upload the same file again later; the option is not created a second time.',
  ),
  content_changed: warning(
    'This entry exists in klikit with other content. klikit offers no way to change it from here, so nothing was sent.',
    'Change it in klikit by hand. The report lists what differs.',
  ),
  klikit_refused: error(
    'klikit did not accept this row: {answer}',
    'Correct what klikit names, and upload again. Quote the request id to klikit if it is not clear.',
  ),
  klikit_unknown: error(
    'This row was sent to klikit, and nothing that came back says whether it is there.',
    'Look into klikit. If it is there, write its number into a column "klikit ID" of this row and upload; if not, create it there and do the same. It is not sent again by itself. Quote the request ids, if there are any, to klikit.',
  ),
  klikit_idempotency_conflict: error(
    'klikit says that this row was sent before with other content. That should never happen.',
    'Do not upload again. Send this report to klikit support with its request ids.',
    'So nobody knows which of the two it has.',
  ),
  klikit_rate_limited: error(
    'klikit was too busy to take this row.',
    'Upload the same file again later; what was created is not created again.',
  ),
  klikit_unreachable: error(
    'klikit could not be reached.',
    'Upload the same file again later; what was created is not created again.',
    wasNotSent,
  ),
  klikit_credentials_rejected: error('klikit did not accept the credentials of this merchant.', askOperatorAndUploadAgain, wasNotSent),
  klikit_access_forbidden: error('klikit does not allow these credentials to create menu entries.', askOperatorAndUploadAgain),
  import_stopped: error(
    'The import stopped before this row was sent.',
    'Upload the same file again later; what was created is not created again.',
  ),
  menu_tree_unreadable: error(
    'The modifier groups could not be read from klikit, so the group "{value}" could not be looked up.',
    'Upload the same file again later, or write the number of the group into {cell}.',
    wasNotSent,
  ),
} satisfies Record<string, RatedSentence>;

export type IssueCode = keyof typeof messages;
