import { type Report, reportSchema } from '../../../functions/menu-import/report/report-schema.ts';
import type { EndState, ReportedImport } from './end-state.ts';

/** The reports of all imports that have one. At every instant each was absent, or whole, and never another one. */
export function readReports({ puts, imports }: Pick<EndState, 'puts' | 'imports'>): { reported: ReportedImport[]; violations: string[] } {
  const reported: ReportedImport[] = [];
  const violations: string[] = [];
  for (const expected of imports) {
    const bodies = puts.filter(({ key }) => key === expected.reportKey).map(({ body }) => body);
    const readings = bodies.map(readReport);
    for (const reading of readings) if (typeof reading === 'string') violations.push(`${expected.reportKey} was unreadable: ${reading}`);
    if (new Set(bodies).size > 1) violations.push(`${expected.reportKey} changed after it was there`);
    const report = readings.find((reading) => typeof reading === 'object');
    if (bodies.length === 0) violations.push(`${expected.reportKey} is not there`);
    if (report !== undefined) reported.push({ ...expected, report });
  }
  return { reported, violations };
}

function readReport(body: string): Report | string {
  try {
    const parsed = reportSchema.safeParse(JSON.parse(body));
    return parsed.success ? parsed.data : parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ');
  } catch (error) {
    return String(error);
  }
}
