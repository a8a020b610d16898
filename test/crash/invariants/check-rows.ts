import type { ReportRow } from '../../../functions/menu-import/report/report-schema.ts';
import type { ExpectedRow, Promises, ReportedImport } from './end-state.ts';

/** Every row of the workbook is in the report once, in order, with a status that it can have. */
export function checkRows({ report, rows, mayBeSuperseded, reportKey }: ReportedImport, { everythingKnown }: Promises): string[] {
  const { outcome, reason } = report.import;
  if (outcome === 'refused') return mayBeSuperseded === true && reason === 'superseded' ? [] : [`${reportKey} is refused: ${reason}`];

  const given = report.rows.map(place).join(', ');
  const wanted = rows.map(place).join(', ');
  if (given !== wanted) return [`${reportKey} has the rows ${given} instead of ${wanted}`];
  return rows.flatMap((row, index) => {
    const status = report.rows[index]?.status ?? 'failed';
    return allowed(row, everythingKnown).includes(status) ? [] : [`${place(row)} "${row.title}" is ${status}`];
  });
}

function allowed({ fate }: ExpectedRow, everythingKnown: boolean): ReportRow['status'][] {
  if (fate === 'failed') return ['failed'];
  const there: ReportRow['status'][] = fate === 'edited' ? ['created', 'unchanged', 'changed'] : ['created', 'unchanged'];
  return everythingKnown ? there : [...there, 'unknown', 'not_attempted'];
}

function place({ sheet, row }: { sheet: string; row: number }): string {
  return `${sheet}!${row}`;
}
