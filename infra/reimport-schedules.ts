import { Duration, TimeZone } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import {
  ContextAttribute,
  Schedule,
  ScheduleExpression,
  type ScheduleGroup,
  ScheduleTargetInput,
  TimeWindow,
} from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { StackSettings } from './stack-settings.ts';

/** Imports of one night do not all begin at once, nor at the same second as everybody else's. */
const window = Duration.minutes(15);

/**
 * One schedule for each merchant that wants to be imported regularly. Its event is told from the next by the time it was due, so that
 * what is delivered twice is imported once.
 */
export function reimportSchedules(
  scheduleGroup: ScheduleGroup,
  merchants: StackSettings['merchants'],
  live: IFunction,
  deadLetterQueue: IQueue,
): void {
  for (const [merchant, { reimport }] of Object.entries(merchants)) {
    if (reimport === undefined) continue;
    new Schedule(scheduleGroup, merchant, {
      description: `Imports everything of ${merchant} once more`,
      scheduleGroup,
      schedule: ScheduleExpression.expression(`cron(${reimport.cron})`, TimeZone.of(reimport.timeZone)),
      timeWindow: TimeWindow.flexible(window),
      target: new LambdaInvoke(live, {
        input: ScheduleTargetInput.fromObject({ merchant, reason: 'schedule', id: ContextAttribute.scheduledTime }),
        deadLetterQueue,
        // After that the night is over, and so is the occasion.
        maxEventAge: Duration.hours(2),
        retryAttempts: 5,
      }),
    });
  }
}
