/**
 * Counts as they may be shown: nobody can be recognised in a number under five, and no number under five follows from the
 * others by subtraction.
 *
 * - A part under 5 of all families is `< 5`; a part that leaves out fewer than 5 is `> n - 5`, so that neither the part nor
 *   what it leaves out is known.
 * - Under 10 families the number of all families is not exact either: else "5 of 5" would tell that nobody is left out.
 * - Classes that add up to all families are not hidden but put together with their neighbours until each holds 5: a hidden
 *   class next to shown ones is all the rest.
 * - Who got a regisseur, who still waits and who never asked are classes of all families as well. When both of the first two
 *   hold 5 but too few are left, both are `>= 5`. Under 15 families the first is not shown at all: three classes need 15.
 * - How often something happened is shown beside in how many families, when both are exact and the difference is 0 or 5 and
 *   more: "6 times in 5 families" is one family that it happened to twice. Ten times in three families may be one family.
 *
 * Two lists of different days can be compared: who knows which one family came in between learns in which counts it falls.
 */
import type { Figures } from '../cases/index.ts';

/** From here a count is shown. */
export const FEWEST = 5;

/** `< 5` and its like, as they are shown in every language; `null`: not shown. */
export type ShownCount = number | string | null;

export interface ShownClass {
  readonly from: number;
  readonly to: number;
  readonly families: number;
}

export interface ShownFigures {
  readonly families: ShownCount;
  /** Empty under ten families. */
  readonly byDomains: readonly ShownClass[];
  readonly withoutPlan: ShownCount;
  readonly withoutRegisseur: ShownCount;
  readonly gotRegisseur: ShownCount;
  /** Whole calendar days; from 5 families. */
  readonly medianDaysToRegisseur: number | null;
  /** Calendar days; from 10 families, so that it is never the longest wait of one family. */
  readonly p90DaysToRegisseur: number | null;
  readonly stillWaiting: ShownCount;
  readonly repeatedRequests: ShownCount;
  readonly familiesRepeating: ShownCount;
  readonly workerChanges: ShownCount;
  readonly familiesWithChanges: ShownCount;
  readonly openCards: ShownCount;
}

const few = `< ${FEWEST}`;

const shownTotal = (all: number): ShownCount => {
  if (all < FEWEST) return few;
  return all < 2 * FEWEST ? `< ${2 * FEWEST}` : all;
};

/** A part of `all` families. */
export function shownPart(part: number, all: number): ShownCount {
  if (part < FEWEST) return few;
  if (all < 2 * FEWEST) return `>= ${FEWEST}`;
  return all - part < FEWEST ? `> ${all - FEWEST}` : part;
}

/** Neighbours together until each class holds 5; what is left over at the end goes with the last. */
export function shownClasses(counts: readonly number[]): readonly ShownClass[] {
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (all < 2 * FEWEST) return [];
  const classes: ShownClass[] = [];
  let from = 0;
  let families = 0;
  for (const [to, count] of counts.entries()) {
    families += count;
    if (families < FEWEST) continue;
    classes.push({ from, to, families });
    from = to + 1;
    families = 0;
  }
  const last = classes.pop();
  return last === undefined ? [] : [...classes, { ...last, to: counts.length - 1, families: last.families + families }];
}

/** `inFamilies` as it is shown and as it is. */
const shownTimes = (times: number, shownFamilies: ShownCount, inFamilies: number): ShownCount => {
  if (inFamilies < FEWEST) return times < FEWEST ? few : null;
  const more = times - inFamilies;
  return typeof shownFamilies === 'number' && (more === 0 || more >= FEWEST) ? times : null;
};

interface ShownAskers {
  readonly gotRegisseur: ShownCount;
  readonly stillWaiting: ShownCount;
  readonly medianDaysToRegisseur: number | null;
  readonly p90DaysToRegisseur: number | null;
}

/** Who asked for a regisseur. A middle tells that 5 families got one, and nine in ten that 10 did. */
function shownAskers({ families, daysToRegisseur: days, stillWaiting: waiting }: Figures): ShownAskers {
  const got = days?.families ?? 0;
  const enough = families >= 3 * FEWEST;
  const restFollows = enough && got >= FEWEST && waiting >= FEWEST && families - got - waiting < FEWEST;
  const part = (count: number) => (restFollows ? `>= ${FEWEST}` : shownPart(count, families));
  return {
    gotRegisseur: enough ? part(got) : null,
    stillWaiting: part(waiting),
    medianDaysToRegisseur: !enough || days === null || got < FEWEST ? null : Math.round(days.median),
    p90DaysToRegisseur: !enough || days === null || got < 2 * FEWEST || restFollows ? null : days.p90,
  };
}

export function shownFigures(figures: Figures): ShownFigures {
  const { families } = figures;
  const part = (count: number) => shownPart(count, families);
  const familiesRepeating = part(figures.familiesRepeating);
  const familiesWithChanges = part(figures.familiesWithChanges);
  return {
    families: shownTotal(families),
    byDomains: shownClasses(figures.byDomains),
    withoutPlan: part(figures.withoutPlan),
    withoutRegisseur: part(figures.withoutRegisseur),
    ...shownAskers(figures),
    repeatedRequests: shownTimes(figures.repeatedRequests, familiesRepeating, figures.familiesRepeating),
    familiesRepeating,
    workerChanges: shownTimes(figures.workerChanges, familiesWithChanges, figures.familiesWithChanges),
    familiesWithChanges,
    openCards: part(figures.openCards),
  };
}
