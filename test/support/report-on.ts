import type { MenuReading } from '../../functions/menu-import/menu/menu.ts';
import { parseMenu } from '../../functions/menu-import/menu/parse-menu.ts';
import { buildRefusedReport, buildReport } from '../../functions/menu-import/report/build-report.ts';
import { reportRow } from '../../functions/menu-import/report/report-row.ts';
import type { ImportHeader, Report } from '../../functions/menu-import/report/report-schema.ts';
import { languageOf } from '../../functions/menu-import/words/language.ts';
import type { Workbook } from '../../functions/menu-import/workbook/workbook.ts';
import { defaults } from './menu-reading.ts';

const reportHeader: Omit<ImportHeader, 'outcome' | 'reason'> = {
  id: 'a1b2c3d4',
  merchant: 'warung-hoshi',
  trigger: 'upload',
  source: { bucket: 'uploads', key: 'uploads/warung-hoshi/menu.xlsx', sha256: '', bytes: 0 },
  startedAt: '2026-11-24T09:00:00.000Z',
  finishedAt: '2026-11-24T09:01:00.000Z',
};

/** The report of an import at whose end klikit has every row that can be sent, under ids from 1001 on, or under its own. */
export function reportOn(workbook: Workbook): { reading: MenuReading; report: Report } {
  const reading = parseMenu(workbook, defaults);
  if (!reading.ok) {
    return { reading, report: buildRefusedReport(reportHeader, reading.refusal, reading.sheets, languageOf(reading.language)) };
  }
  const { rows, blankRows, issues, sheets, settings } = reading.menu;
  let lastId = 1_000;
  const made = rows.map((row) =>
    reportRow(row, ({ klikitId, link }) => {
      lastId += 1;
      const id = klikitId ?? lastId;
      return {
        recognition: { state: 'new' },
        create: { outcome: 'done', value: { id }, requestIds: [`req-create-${id}`], attempts: 1 },
        ...(link === undefined ? {} : { link: { outcome: 'done', value: true, requestIds: [`req-link-${id}`], attempts: 1 } }),
      };
    }),
  );
  const calls = { calls: made.length, retries: 0 };
  return {
    reading,
    report: buildReport(reportHeader, { rows: made, blankRows, issues, sheets, language: languageOf(settings.language), calls }),
  };
}
