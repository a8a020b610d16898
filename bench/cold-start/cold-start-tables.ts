import { median } from '../measure/median.ts';
import { table } from '../report/table.ts';
import type { Moment } from './moment.ts';
import type { ColdStart } from './run-cold-start.ts';

/** The cold starts of one bundle. */
export interface MeasuredBundle {
  name: string;
  starts: readonly ColdStart[];
}

type MomentName = Exclude<keyof ColdStart, 'peakMegabytes'>;

/** What lies between two moments. The first begins with the process. */
const stages: readonly { name: string; from?: MomentName; to: MomentName }[] = [
  { name: 'Node starts', to: 'started' },
  { name: 'the bundle is loaded', from: 'started', to: 'loaded' },
  { name: 'first request to AWS', from: 'loaded', to: 'awsCalled' },
  { name: 'execution, report, ledger', from: 'awsCalled', to: 'fileAsked' },
  { name: 'file, workbook, menu, secret', from: 'fileAsked', to: 'klikitCalled' },
  { name: 'first call of klikit', to: 'klikitCalled' },
];

/** A line for each stage, and one for all of them: median, and least to most. */
export function stageTable(bundles: readonly MeasuredBundle[], clock: 'atMs' | 'cpuMs'): string {
  const valueOf = (start: ColdStart, moment: MomentName | undefined) => (moment === undefined ? 0 : start[moment][clock]);
  return measuredTable(
    bundles,
    stages.map(({ name, from, to }) => ({ name, valueOf: (start) => valueOf(start, to) - valueOf(start, from) })),
  );
}

export function memoryTable(bundles: readonly MeasuredBundle[]): string {
  const resident = (name: string, moment: MomentName) => ({
    name,
    valueOf: (start: ColdStart) => (start[moment] satisfies Moment).residentMegabytes,
  });
  return measuredTable(bundles, [
    resident('Node alone', 'started'),
    resident('the bundle is loaded', 'loaded'),
    resident('first call of klikit', 'klikitCalled'),
    { name: 'most, up to the end of the import', valueOf: ({ peakMegabytes }) => peakMegabytes },
  ]);
}

interface Row {
  name: string;
  valueOf: (start: ColdStart) => number;
}

function measuredTable(bundles: readonly MeasuredBundle[], rows: readonly Row[]): string {
  return table(
    ['', ...bundles.map(({ name }) => name)],
    rows.map(({ name, valueOf }) => [name, ...bundles.map(({ starts }) => spread(starts.map(valueOf)))]),
  );
}

function spread(values: readonly number[]): string {
  return `${median(values).toFixed(0)} (${Math.min(...values).toFixed(0)} to ${Math.max(...values).toFixed(0)})`;
}
