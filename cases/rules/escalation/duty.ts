/** Who is there today, and who comes next: nothing waits for one person. */
import type { Day, Escalation, OnDuty } from '../../model.ts';

export const levelOf = ({ level }: OnDuty): number => level ?? 0;

const absenceOn = ({ away }: OnDuty, day: Day) => away?.find(({ from, until }) => from <= day && day <= until);

export const isAway = (officer: OnDuty, day: Day): boolean => absenceOn(officer, day) !== undefined;

interface Search {
  readonly today: Day;
  /** Who may never own it: who filed it decides nothing about it. */
  readonly filers: readonly string[];
  readonly not?: readonly string[];
}

const candidates = (officers: readonly OnDuty[], { filers, not = [] }: Search): readonly OnDuty[] =>
  officers.filter(({ id }) => !filers.includes(id) && !not.includes(id));

/** Who is there, the lowest level first, in order of duty within a level. */
const present = (officers: readonly OnDuty[], search: Search): readonly OnDuty[] =>
  candidates(officers, search)
    .filter((officer) => !isAway(officer, search.today))
    .sort((one, other) => levelOf(one) - levelOf(other));

const highestOf = (there: readonly OnDuty[]): number => Math.max(0, ...there.map(levelOf));

/** With nobody at `from` or higher: the first of the highest level that has somebody. */
const firstFrom = (there: readonly OnDuty[], from: number): OnDuty | undefined => {
  const lowest = Math.min(from, highestOf(there));
  return there.find((one) => levelOf(one) >= lowest);
};

/**
 * The first who is there, of level `from` or higher when that level has somebody; with everybody away, the first on the
 * list: somebody must own it. `undefined`: nobody but the filer.
 */
export const firstOnDuty = (officers: readonly OnDuty[], search: Search, from = 0): OnDuty | undefined =>
  firstFrom(present(officers, search), from) ?? candidates(officers, search)[0];

/** Who stands in for an officer who is away: the one that was named when that one is there, else the next of the same level. */
export const standInFor = (officers: readonly OnDuty[], away: OnDuty, search: Search): OnDuty | undefined => {
  const others = present(officers, { ...search, not: [...(search.not ?? []), away.id] });
  const named = absenceOn(away, search.today)?.deputy;
  return others.find(({ id }) => id === named) ?? firstFrom(others, levelOf(away));
};

/** The level of officers that an escalation has come to: it does not go below it while somebody is there. */
export const reachedLevel = ({ level }: Pick<Escalation, 'level'>): number => Math.max(0, level - 1);

export interface NextOwner {
  readonly owner: string;
  readonly level: number;
  /** It could not go higher: nobody is there above the level that it had reached. */
  readonly nobodyHigher: boolean;
}

/** The next of these, in order of duty and round again. */
const inTurn = (all: readonly OnDuty[], owner: string): OnDuty | undefined =>
  all[(all.findIndex(({ id }) => id === owner) + 1) % all.length];

/**
 * Who gets what was not done in time: first the deputy, then one level up. `atLeast`: the lowest step of that ladder, 2 for
 * what goes up at once. With nobody higher it stays at the highest level that has somebody, where it goes round among those
 * who are there: it never goes down while somebody higher is on duty.
 */
export const nextOwner = (
  officers: readonly OnDuty[],
  { owner, level }: Pick<Escalation, 'owner' | 'level'>,
  search: Search,
  atLeast = 1,
): NextOwner => {
  const there = present(officers, search);
  const own = officers.find(({ id }) => id === owner);
  const reached = Math.max(reachedLevel({ level }), own === undefined ? 0 : levelOf(own));
  const deputy =
    reached === 0 && Math.max(level + 1, atLeast) === 1
      ? there.find((one) => levelOf(one) === 0 && one.id !== owner)
      : undefined;
  if (deputy !== undefined) return { owner: deputy.id, level: 1, nobodyHigher: false };
  const up = there.find((one) => levelOf(one) > reached);
  if (up !== undefined) return { owner: up.id, level: levelOf(up) + 1, nobodyHigher: false };
  const top = highestOf(there);
  const next = inTurn(
    there.filter((one) => levelOf(one) === top),
    owner,
  );
  return { owner: next?.id ?? owner, level: Math.max(level, reached + 1), nobodyHigher: true };
};
