import { inspect } from 'node:util';
import type { Slice } from '../../functions/menu-import/slice.ts';
import type { CrashWorld, StartedProcess } from './crash-world.ts';
import { runSlice, type SliceEnd } from './run-slice.ts';

/** An event, and when it is delivered for the first time. */
export interface Delivery {
  event: unknown;
  afterMs: number;
}

/** How events reach the function: what S3, Lambda and its durable executions do together. */
export interface Course<T> {
  runSlice: (event: unknown, started: StartedProcess, endsAt: Date) => Promise<Slice<T>>;
  /** The same process goes on after a pause, as long as it lives; otherwise another one does. */
  isWarm: boolean;
  /** From the end or the standstill of a process to the next delivery. */
  recoversAfterMs: number;
  /** A slice may start something new for so long. */
  sliceMs: number;
}

/** An event was delivered so often that it would have been for ever. */
export class NeverQuiet extends Error {
  override readonly name = 'NeverQuiet';
}

/** More slices than an event of this world can need. */
const mostSlices = 200;

/** From an error to the next delivery. */
const redeliveredAfterMs = 1_000;

/**
 * Delivers events, each again and again until it is done; then lets those go on who stood still, and waits for their end.
 * Answers what became of each delivery, in their order. Throws `NeverQuiet`.
 */
export async function runUntilQuiet<T>(world: CrashWorld, deliveries: readonly Delivery[], course: Course<T>): Promise<T[]> {
  const results = await Promise.all(deliveries.map((delivery) => deliver(world, delivery, course)));
  // Those whose cut says when they wake do so by the clock, however long after.
  for (const process of world.processes) if (!process.wakesByItself) process.life.wake();
  await Promise.all(world.zombies);
  return results;
}

async function deliver<T>(world: CrashWorld, { event, afterMs }: Delivery, course: Course<T>): Promise<T> {
  await world.clock.sleep(afterMs);
  let started = world.start();
  let end: SliceEnd<T> | undefined;
  for (let slices = 0; slices < mostSlices; slices += 1) {
    const current = started;
    const endsAt = new Date(current.ports.now().getTime() + course.sliceMs);
    end = await runSlice(current.process, () => course.runSlice(event, current, endsAt));
    world.witness(current.process, end);
    if (end.kind === 'returned' && end.slice.kind === 'done') return end.slice.result;

    await world.clock.sleep(pauseMs(end, course));
    const isGone = end.kind === 'died' || end.kind === 'froze';
    if (isGone || !course.isWarm) started = world.start();
  }
  throw new NeverQuiet(`${mostSlices} slices and no end; the last one: ${inspect(end)}`);
}

function pauseMs<T>(end: SliceEnd<T>, { recoversAfterMs }: Course<T>): number {
  if (end.kind === 'threw') return redeliveredAfterMs;
  return end.kind === 'returned' && end.slice.kind !== 'done' ? end.slice.pauseSeconds * 1_000 : recoversAfterMs;
}
