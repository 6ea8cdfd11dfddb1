/** The calendar of the demo: the real clock, plus the days that a visitor moved it on. It never goes back. */
import { z } from 'zod';
import { instantOn, localDay } from '../../cases/index.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const NOON = '12:00';
const OFFICE_HOURS = '08:30';

/** How far the demo is ahead, as one document on disk: what happened on a later day must not lie in the future at the next start. */
export const demoClockDocument = z.object({ schema: z.literal(1), aheadMs: z.number().int().min(0) });
type ClockDocument = z.infer<typeof demoClockDocument>;

export interface DemoClockFile {
  read(): Promise<ClockDocument | undefined>;
  write(document: ClockDocument): Promise<void>;
}

export interface DemoClock {
  now(): Date;
  /** To the next day in the Netherlands, at about the same time but not before office hours. */
  nextDay(): Promise<void>;
}

/** `null` keeps it in memory. */
export async function openDemoClock(real: () => Date, file: DemoClockFile | null): Promise<DemoClock> {
  let aheadMs = (await file?.read())?.aheadMs ?? 0;
  const at = (ahead: number) => new Date(real().getTime() + ahead);
  return {
    now: () => at(aheadMs),
    async nextDay() {
      const now = at(aheadMs).getTime();
      const tomorrow = localDay(new Date(instantOn(localDay(new Date(now)), NOON).getTime() + DAY_MS));
      const sameTime = now + DAY_MS;
      // On the nights on which the clock is changed, a day later by the hour can be another day.
      const then = localDay(new Date(sameTime)) === tomorrow ? sameTime : instantOn(tomorrow, NOON).getTime();
      // What the clock sets off is told in office hours; a visitor at night would see nothing of it.
      const next = aheadMs + Math.max(then, instantOn(tomorrow, OFFICE_HOURS).getTime()) - now;
      await file?.write({ schema: 1, aheadMs: next });
      aheadMs = next;
    },
  };
}
