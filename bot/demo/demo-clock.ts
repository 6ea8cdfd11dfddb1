/** The calendar of the demo: the real clock, plus the days that a visitor moved it on. It never goes back. */
import { z } from 'zod';
import { localDay } from '../../cases/index.ts';

const HOUR_MS = 60 * 60 * 1000;
const HOURS_A_DAY = 24;

/** How far the demo is ahead, as one document on disk: what happened on a later day must not lie in the future at the next start. */
export const demoClockDocument = z.object({ schema: z.literal(1), aheadMs: z.number().int().min(0) });
type ClockDocument = z.infer<typeof demoClockDocument>;

export interface DemoClockFile {
  read(): Promise<ClockDocument | undefined>;
  write(document: ClockDocument): Promise<void>;
}

export interface DemoClock {
  now(): Date;
  /** To the next day in the Netherlands, at about the same time. */
  nextDay(): Promise<void>;
}

/** `null` keeps it in memory. */
export async function openDemoClock(real: () => Date, file: DemoClockFile | null): Promise<DemoClock> {
  let aheadMs = (await file?.read())?.aheadMs ?? 0;
  const at = (ahead: number) => new Date(real().getTime() + ahead);
  return {
    now: () => at(aheadMs),
    async nextDay() {
      const today = localDay(at(aheadMs));
      let next = aheadMs + HOURS_A_DAY * HOUR_MS;
      // The day on which summer time ends has an hour more.
      while (localDay(at(next)) === today) next += HOUR_MS;
      await file?.write({ schema: 1, aheadMs: next });
      aheadMs = next;
    },
  };
}
