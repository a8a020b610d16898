import * as z from 'zod';

const dimensions = z.array(z.strictObject({ Name: z.string(), Value: z.string() }));
const statistic = z.enum(['Sum', 'Maximum']);
const metric = { Namespace: z.string(), MetricName: z.string(), Dimensions: dimensions };

/** What every alarm has; of what it does then, nothing here. */
const common = {
  AlarmName: z.string(),
  AlarmDescription: z.string(),
  AlarmActions: z.unknown(),
  OKActions: z.unknown(),
  ComparisonOperator: z.literal('GreaterThanOrEqualToThreshold'),
  Threshold: z.number(),
  EvaluationPeriods: z.int().positive(),
  TreatMissingData: z.enum(['breaching', 'notBreaching']),
};

const expressionSchema = z.strictObject({
  Id: z.string(),
  Expression: z.string(),
  Label: z.string(),
  ReturnData: z.literal(true),
});
const operandSchema = z.strictObject({
  Id: z.string(),
  MetricStat: z.strictObject({ Metric: z.strictObject(metric), Period: z.int(), Stat: statistic }),
  ReturnData: z.literal(false),
});

/** An alarm on metrics of our own, as CloudFormation gets it. Strict: what `goesOff` would pass over must not be there. */
export const alarmSchema = z.union([
  z.strictObject({ ...common, ...metric, Period: z.int(), Statistic: statistic }),
  z.strictObject({ ...common, Metrics: z.tuple([expressionSchema], operandSchema) }),
]);

export type SynthesizedAlarm = z.infer<typeof alarmSchema>;
