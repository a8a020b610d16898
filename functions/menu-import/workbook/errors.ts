import type { FindingParams } from '../issues/finding.ts';

/** Why a file is refused before a cell of it was looked at. Each has its sentence in `issues/messages/`. */
export type WorkbookRefusalCode =
  | 'not_a_workbook'
  | 'empty_file'
  | 'encrypted_workbook'
  | 'old_excel_format'
  | 'other_spreadsheet_format'
  | 'web_page_named_xlsx'
  | 'binary_workbook'
  | 'csv_encoding'
  | 'csv_unclosed_quote'
  | 'csv_stray_quote'
  | 'damaged_workbook'
  | 'forbidden_doctype'
  | 'limit_exceeded';

/** The file cannot be read. `details` holds what its sentence mentions: `{ limit, allowed, seen }` for a limit. */
export class WorkbookRefused extends Error {
  override readonly name = 'WorkbookRefused';
  readonly code: WorkbookRefusalCode;
  readonly details: FindingParams;

  constructor(code: WorkbookRefusalCode, details: FindingParams = {}, options?: ErrorOptions) {
    super(`workbook refused: ${code}`, options);
    this.code = code;
    this.details = details;
  }
}
