/** Who stayed with the family, in numbers: changes, and days without a fixed worker, also for each measure. */
import type { Day, FamilyCase } from '../model.ts';

const dayMs = 86_400_000;

/** Calendar days from one day to a later one; never below 0. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.max(0, Math.round((Date.parse(`${to}T00:00:00.000Z`) - Date.parse(`${from}T00:00:00.000Z`)) / dayMs));

export interface Continuity {
  /** `null`: the worker of the lokaal team. */
  readonly measureId: string | null;
  readonly changes: number;
  /** Calendar days on which nobody was there, up to today. */
  readonly daysWithout: number;
  /** The last day of the worker who left and was not followed up; `null`: somebody is there. */
  readonly withoutSince: Day | null;
}

/** The lokaal team first, then every measure. */
export const continuityOf = (
  { handovers, measures }: Pick<FamilyCase, 'handovers' | 'measures'>,
  today: Day,
): readonly Continuity[] =>
  [null, ...measures.map(({ id }) => id)].map((measureId) => {
    const own = handovers.filter((one) => one.measureId === measureId);
    const ended = measures.find(({ id }) => id === measureId)?.until ?? null;
    const until = ended !== null && ended < today ? ended : today;
    const daysWithout = own.reduce(
      (days, { on, takenOverOn }) =>
        days + (takenOverOn === null ? daysBetween(on, until) : Math.max(0, daysBetween(on, takenOverOn) - 1)),
      0,
    );
    const open = ended === null ? own.find(({ takenOverOn }) => takenOverOn === null) : undefined;
    return { measureId, changes: own.length, daysWithout, withoutSince: open?.on ?? null };
  });
