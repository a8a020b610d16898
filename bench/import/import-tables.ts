import { table } from '../report/table.ts';
import type { Line } from './lines.ts';
import { type Bench, idealOf, type Measurement } from './measure-line.ts';
import { menuCounts } from './menu-workbook.ts';
import type { ProgramName } from './run-program.ts';

/** Every measurement of a line, by program; a program that gave up is missing. */
export type LineResults = ReadonlyMap<ProgramName, Measurement>;

const seconds = (ms: number): string => (ms / 1_000).toFixed(ms < 9_950 ? 2 : 1);
const ratio = (value: number): string => value.toFixed(3);

/** How long the programs take. */
export function timesTable(results: ReadonlyMap<Line, LineResults>, bench: Bench): string {
  const header = [
    'rows and cap',
    'calls',
    'ideal s',
    'calls / ideal',
    'whole s',
    'whole / ideal',
    '(a) sequential s',
    '(b) p-queue s',
    'ours / faster of them',
  ];
  const rows = [...results].map(([line, measured]) => {
    const idealMs = idealOf(line, bench);
    const ours = measured.get('ours');
    const others = (['sequential', 'p-queue'] as const).map((program) => timeOf(line, program, measured));
    const fastest = Math.min(
      ...[measured.get('sequential'), measured.get('p-queue')].map((other) => other?.tookMs ?? Number.POSITIVE_INFINITY),
    );
    return [
      line.name,
      String(menuCounts(line.rows).calls),
      seconds(idealMs),
      ours === undefined ? 'failed' : ratio(ours.callsMs / idealMs),
      ours === undefined ? 'failed' : seconds(ours.tookMs),
      ours === undefined ? 'failed' : ratio(ours.tookMs / idealMs),
      ...others,
      ours === undefined || !Number.isFinite(fastest) ? '' : (ours.tookMs / fastest).toFixed(2),
    ];
  });
  return table(header, rows);
}

function timeOf(line: Line, program: 'sequential' | 'p-queue', measured: LineResults): string {
  if (line.others[program] === undefined) return '-';
  const measurement = measured.get(program);
  if (measurement === undefined) return 'gave up';
  return `${measurement.isExtrapolated ? '~' : ''}${seconds(measurement.tookMs)}`;
}

/** What the programs cost, and what they leave behind. */
export function costsTable(results: ReadonlyMap<Line, LineResults>): string {
  const header = [
    'rows and cap',
    '429 %',
    'calls a row',
    'ledger puts a row',
    'CPU ms a row',
    'peak MB',
    'twice',
    '(a) 429 %',
    '(a) twice',
    '(b) 429 %',
    '(b) twice',
  ];
  const rows = [...results].map(([line, measured]) => {
    const ours = measured.get('ours');
    const other = (program: ProgramName) => {
      const measurement = measured.get(program);
      return measurement === undefined ? ['-', '-'] : [refusedShare(measurement), duplicates(measurement)];
    };
    if (ours === undefined) return [line.name, 'failed'];
    const { report, result } = ours.outcome;
    return [
      line.name,
      refusedShare(ours),
      (report.calls / line.rows).toFixed(3),
      (report.ledgerObjects / line.rows).toFixed(3),
      (result.cpuMs / line.rows).toFixed(2),
      result.peakMegabytes.toFixed(0),
      duplicates(ours),
      ...other('sequential'),
      ...other('p-queue'),
    ];
  });
  return table(header, rows);
}

/** The share of all calls that klikit refused with 429, in percent. */
export function refusedPercent({ outcome: { report } }: Measurement): number {
  return (100 * report.refused) / report.calls;
}

function refusedShare(measurement: Measurement): string {
  return refusedPercent(measurement).toFixed(2);
}

function duplicates({ outcome, isExtrapolated }: Measurement): string {
  return `${outcome.report.duplicates}${isExtrapolated ? ' of 200' : ''}`;
}
