/** Who is there today, and who comes next: nothing waits for one person. */
import type { Day, Escalation, OnDuty } from '../../model.ts';

export const levelOf = ({ level }: OnDuty): number => level ?? 0;

const absenceOn = ({ away }: OnDuty, day: Day) => away?.find(({ from, until }) => from <= day && day <= until);

export const isAway = (officer: OnDuty, day: Day): boolean => absenceOn(officer, day) !== undefined;

interface Search {
  readonly today: Day;
  /** Who may never own it: who filed it decides nothing about it. */
  readonly filer: string | null;
  readonly not?: readonly string[];
}

const candidates = (officers: readonly OnDuty[], { filer, not = [] }: Search): readonly OnDuty[] =>
  officers.filter(({ id }) => id !== filer && !not.includes(id));

/** Who is there, the lowest level first, in order of duty within a level. */
const present = (officers: readonly OnDuty[], search: Search): readonly OnDuty[] =>
  candidates(officers, search)
    .filter((officer) => !isAway(officer, search.today))
    .sort((one, other) => levelOf(one) - levelOf(other));

/** The first who is there; with everybody away, the first on the list: somebody must own it. `undefined`: nobody but the filer. */
export const firstOnDuty = (officers: readonly OnDuty[], search: Search): OnDuty | undefined =>
  present(officers, search)[0] ?? candidates(officers, search)[0];

/** Who stands in for an officer who is away: the one that was named when that one is there, else the next of the same level. */
export const standInFor = (officers: readonly OnDuty[], away: OnDuty, search: Search): OnDuty | undefined => {
  const others = present(officers, { ...search, not: [...(search.not ?? []), away.id] });
  const named = absenceOn(away, search.today)?.deputy;
  return others.find(({ id }) => id === named) ?? others.find((one) => levelOf(one) >= levelOf(away)) ?? others.at(0);
};

export interface NextOwner {
  readonly owner: string;
  readonly level: number;
}

/**
 * Who gets what was not done in time: first the deputy, then one level up. `atLeast`: the lowest step of that ladder, 2 for
 * what goes up at once. At the top it goes round among those who are there; with nobody else it stays where it is.
 */
export const nextOwner = (
  officers: readonly OnDuty[],
  { owner, level }: Pick<Escalation, 'owner' | 'level'>,
  search: Search,
  atLeast = 1,
): NextOwner => {
  const others = present(officers, { ...search, not: [...(search.not ?? []), owner] });
  const step = Math.max(level + 1, atLeast);
  const deputy = step === 1 ? others.find((one) => levelOf(one) === 0) : undefined;
  if (deputy !== undefined) return { owner: deputy.id, level: 1 };
  const up = others.find((one) => levelOf(one) >= Math.max(1, step - 1));
  if (up !== undefined) return { owner: up.id, level: levelOf(up) + 1 };
  return { owner: others.at(-1)?.id ?? owner, level: Math.max(level, 1) };
};
