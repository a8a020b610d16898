import { readFileSync } from 'node:fs';
import { parseMenu } from '../../functions/menu-import/menu/parse-menu.ts';
import { buildReport } from '../../functions/menu-import/report/build-report.ts';
import { checkedRow } from '../../functions/menu-import/report/checked-row.ts';
import { renderPage } from '../../functions/menu-import/report/render-page.ts';
import type { ReportRow } from '../../functions/menu-import/report/report-schema.ts';
import { serializeReport } from '../../functions/menu-import/report/serialize-report.ts';
import { renderWorkbook } from '../../functions/menu-import/report/workbook/render-workbook.ts';
import { readWorkbook } from '../../functions/menu-import/workbook/read-workbook.ts';
import { peakMegabytes } from '../measure/peak-memory.ts';

// A process of its own: reads a menu, takes every row for created, and writes the report of it once. Prints what that took.
const [file = '', format = ''] = process.argv.slice(2);
const source = await readWorkbook(readFileSync(file));
const reading = parseMenu(source, { currency: 'IDR', language: 'en', vatPercent: 0, visibleOn: ['1'] });
if (!reading.ok) throw new Error(reading.refusal.message);
const { rows, blankRows, issues, sheets } = reading.menu;
const created = rows.map((row, position): ReportRow => {
  const { notAttemptedBecause: _because, link: _link, ...checked } = checkedRow(row);
  return { ...checked, status: 'created', klikitId: position + 1, requestIds: [`req_${crypto.randomUUID()}`] };
});
const at = '2026-11-25T00:00:00.000Z';
const about = { bucket: 'uploads', key: 'uploads/demo/menu.xlsx', sha256: '', bytes: 0 };
const header = { id: 'bench', merchant: 'demo', trigger: 'upload', source: about, startedAt: at, finishedAt: at } as const;
const report = buildReport(header, { rows: created, blankRows, issues, sheets, calls: { calls: created.length, retries: 0 } });

const before = peakMegabytes();
const [startMs, startCpu] = [performance.now(), process.cpuUsage()];
const writers: Readonly<Record<string, () => Promise<Uint8Array> | Uint8Array>> = {
  xlsx: () => renderWorkbook(report, source),
  html: () => Buffer.from(renderPage(report, { script: '', style: '' })),
  json: () => serializeReport(report),
};
const bytes = (await writers[format]?.()) ?? new Uint8Array();
const { user, system } = process.cpuUsage(startCpu);
const took = { ms: performance.now() - startMs, cpuMs: (user + system) / 1_000 };
process.stdout.write(JSON.stringify({ ...took, megabytes: bytes.length / 1_000_000, before, peak: peakMegabytes() }));
