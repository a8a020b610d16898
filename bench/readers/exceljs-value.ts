import ExcelJS from 'exceljs';

/**
 * What a cell of exceljs holds. The value of a formula's cell is its `result`; within `value`, a false one is left out.
 * Read as a stream, a formula that was filled down is known by its `result` only.
 */
export function exceljsValue(cell: ExcelJS.Cell): unknown {
  if (cell.type === ExcelJS.ValueType.Formula) return cell.result;
  const { value } = cell;
  if (typeof value !== 'object' || value === null) return value;
  if ('result' in value) return value.result;
  return 'richText' in value ? value.richText.map(({ text }) => text).join('') : value;
}
