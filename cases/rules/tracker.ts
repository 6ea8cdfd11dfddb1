/** Everything that was promised, ordered or recommended about a family, with its day; what has no day is shown as such. */
import type { Day, FamilyCase } from '../model.ts';
import { type Told, trackedOf } from './escalation/tracked-parts.ts';
import { allPromises, droppedBy } from './promise.ts';
import type { Made, Tracked } from './tracked.ts';
import { colleagueIn, nobody, personOr, theFamily } from './whom.ts';

const stateOf = ({ due, keptOn, missed, dropped }: Made, today: Day): Tracked['state'] => {
  if (dropped === true) return 'dropped';
  if (keptOn !== null) return missed > 0 || (due !== null && keptOn > due) ? 'kept-late' : 'kept';
  if (due === null) return 'undated';
  return missed > 0 || due < today ? 'late' : 'open';
};

/** Where nobody wrote down by when, that is what is wrong with it. */
const ofFamily = (familyCase: FamilyCase): readonly Made[] =>
  allPromises(familyCase).map((one) => ({
    kind: one.kind ?? 'promise',
    id: one.id,
    what: one.what,
    owner: one.owner,
    toWhom: personOr(one.toWhom, theFamily),
    byWhom: personOr(one.owner, nobody),
    madeOn: one.madeOn,
    due: one.due,
    keptOn: one.keptOn,
    missed: one.missedOn === null ? 0 : 1,
    note: one.steps?.at(-1)?.note ?? null,
    dropped: droppedBy(one) !== undefined,
  }));

const rank = { late: 0, undated: 1, open: 2, 'kept-late': 3, kept: 4, dropped: 5 } as const;

/** Neither kept nor dropped. */
export const isToBeKept = ({ state }: Tracked): boolean => state === 'late' || state === 'undated' || state === 'open';

/** What is late stands in front, then what has no day. */
export const trackedPromises = (familyCase: FamilyCase, today: Day): readonly Tracked[] => {
  const told: Told = { colleague: (id) => colleagueIn(familyCase, id), today };
  const numbered = (all: readonly Made[], number: string | null) => all.map((made) => ({ made, number }));
  return [
    ...familyCase.escalations.flatMap((one) => numbered(trackedOf(one, told), one.number)),
    ...numbered(ofFamily(familyCase), null),
  ]
    .map(
      ({ made: { dropped, note = null, ...one }, number }): Tracked => ({
        ...one,
        number,
        note,
        state: stateOf({ ...one, dropped }, today),
      }),
    )
    .sort(
      (one, other) =>
        rank[one.state] - rank[other.state] || (one.due ?? one.madeOn).localeCompare(other.due ?? other.madeOn),
    );
};
