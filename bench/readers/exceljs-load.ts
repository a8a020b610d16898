import ExcelJS from 'exceljs';
import { exceljsValue } from './exceljs-value.ts';
import type { Read } from './reader.ts';

export const read: Read = async (bytes, see) => {
  const workbook = new ExcelJS.Workbook();
  // Its types ask for a Buffer of another Node; any array of bytes will do.
  await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer);
  workbook.eachSheet((sheet) => {
    sheet.eachRow((row) => row.eachCell((cell) => see(exceljsValue(cell))));
  });
};
