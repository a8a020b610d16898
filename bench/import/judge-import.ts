import { type LineResults, refusedPercent } from './import-tables.ts';
import type { Line } from './lines.ts';
import { type Bench, connections, idealOf, type Measurement } from './measure-line.ts';
import { menuCounts } from './menu-workbook.ts';

/** Rows from which on the strict targets hold; a smaller import has to find the cap first. */
const fromRows = 2_000;

/** Every target, and on which lines it was missed. */
export function judgeImport(results: ReadonlyMap<Line, LineResults>, bench: Bench): string[] {
  const measured = [...results.values()].flatMap((programs) => programs.get('ours') ?? []);
  const failed = [...results].flatMap(([line, programs]) => (programs.has('ours') ? [] : [line.name]));
  const judge = (name: string, isConcerned: (one: Measurement) => boolean, value: (one: Measurement) => number, most: number) => {
    const concerned = measured.filter(isConcerned);
    if (concerned.length === 0) return `not measured ${name}`;
    const missed = concerned.filter((one) => value(one) > most);
    const worst = Math.max(...concerned.map(value));
    const misses = missed.map((one) => `\n    missed: ${one.line.name}: ${value(one).toFixed(3)}`).join('');
    return `${missed.length === 0 ? 'met   ' : 'MISSED'} ${name}: at most ${most}, worst ${worst.toFixed(3)}${misses}`;
  };
  const callsRatio = (one: Measurement) => one.callsMs / idealOf(one.line, bench);
  const hasCap = ({ line }: Measurement) => line.rate !== undefined;
  const isLarge = ({ line }: Measurement) => line.rows >= fromRows;
  const latencyBound = ({ callsMs, line }: Measurement) =>
    callsMs / ((menuCounts(line.rows).calls / connections) * bench.measuredLatency(line.latencyMs));
  const fastestOther = ({ line, tookMs }: Measurement) => {
    const others = [...(results.get(line) ?? [])].filter(([program]) => program !== 'ours').map(([, other]) => other.tookMs);
    return others.length === 0 ? 0 : tookMs / Math.min(...others);
  };
  return [
    ...(failed.length === 0 ? [] : [`MISSED failed: ${failed.join('; ')}`]),
    judge('calls / ideal under a cap, from 2,000 rows on', (one) => hasCap(one) && isLarge(one), callsRatio, 1.08),
    judge('calls / ideal under a cap, fewer rows', (one) => hasCap(one) && !isLarge(one), callsRatio, 1.15),
    judge('calls / (latency x calls / 32) without a cap', (one) => !hasCap(one) && one.line.losesOneIn === undefined, latencyBound, 1.15),
    judge('429 in percent of the calls, from 2,000 rows on', isLarge, refusedPercent, 1),
    judge('whole time / the faster of (a) and (b)', () => true, fastestOther, 1),
    judge(
      'entries that are there twice',
      () => true,
      ({ outcome }) => outcome.report.duplicates,
      0,
    ),
  ];
}
