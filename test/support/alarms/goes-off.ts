import type { SynthesizedAlarm } from './alarm-schema.ts';
import { evaluateExpression } from './evaluate-expression.ts';
import { type Period, statisticOf } from './statistic-of.ts';

/**
 * Whether an alarm goes off at any time in these periods, which are its own and follow one another. It does where as many in a row
 * as it waits for are at its threshold, or above.
 */
export function goesOff(alarm: SynthesizedAlarm, periods: readonly Period[]): boolean {
  const breaches = periods.map((period) => {
    const value = valueIn(alarm, period);
    return value === undefined ? alarm.TreatMissingData === 'breaching' : value >= alarm.Threshold;
  });
  return breaches.some((_, end) => {
    const run = breaches.slice(Math.max(0, end + 1 - alarm.EvaluationPeriods), end + 1);
    return run.length === alarm.EvaluationPeriods && run.every(Boolean);
  });
}

function valueIn(alarm: SynthesizedAlarm, period: Period): number | undefined {
  if (!('Metrics' in alarm)) return statisticOf(alarm, alarm.Statistic, period);
  const [{ Expression }, ...operands] = alarm.Metrics;
  const values = operands.flatMap(({ Id, MetricStat: { Metric, Stat } }) => {
    const value = statisticOf(Metric, Stat, period);
    return value === undefined ? [] : [[Id, value] as const];
  });
  return values.length === operands.length ? evaluateExpression(Expression, Object.fromEntries(values)) : undefined;
}
