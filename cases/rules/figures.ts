/** How the families in view are doing, in counts. No name leaves this. */
import { type CaseSettings, type Day, type FamilyCase, lifeDomainNames } from '../model.ts';
import { daysBetween } from './continuity.ts';
import { findOnePlan } from './one-plan.ts';
import { stuckCardOf } from './stuck/grow.ts';
import { localDay } from './werkdagen.ts';

export interface Figures {
  readonly families: number;
  /** By number of leefgebieden with attention or concern, 0 to 7. */
  readonly byDomains: readonly number[];
  readonly withoutPlan: number;
  readonly withoutRegisseur: number;
  /**
   * Calendar days from the first request for a regisseur to the first regisseur after it; `null`: none yet. `p90`: nine in
   * ten families waited no longer (nearest rank).
   */
  readonly daysToRegisseur: { readonly families: number; readonly median: number; readonly p90: number } | null;
  /** Families that asked for a regisseur and have none yet. */
  readonly stillWaiting: number;
  /** How often, and in how many families. */
  readonly repeatedRequests: number;
  readonly familiesRepeating: number;
  readonly workerChanges: number;
  readonly familiesWithChanges: number;
  readonly openCards: number;
}

/** What one family adds. */
export interface FamilyFigures {
  readonly domains: number;
  readonly withoutPlan: boolean;
  readonly withoutRegisseur: boolean;
  readonly daysToRegisseur: number | null;
  readonly stillWaiting: boolean;
  readonly repeatedRequests: number;
  readonly workerChanges: number;
  readonly openCard: boolean;
}

const firstDay = (days: readonly Day[]): Day | null =>
  days.reduce<Day | null>((first, day) => (first === null || day < first ? day : first), null);

/** Looks in the register only: outside sources are for the check of one family. */
export const familyFigures = (familyCase: FamilyCase, settings: CaseSettings, now: Date): FamilyFigures => {
  const today = localDay(now);
  const finding = findOnePlan({ ...familyCase, sources: [] }, [], settings, now);
  const known = finding.kind === 'unknown' ? undefined : finding;
  const asked = firstDay(
    familyCase.facts.filter(({ signals }) => signals.includes('request-for-regisseur')).map(({ date }) => date),
  );
  const came =
    asked === null
      ? null
      : firstDay(
          familyCase.facts
            .filter(({ signals, date }) => signals.includes('regisseur-assigned') && date >= asked)
            .map(({ date }) => date),
        );
  const worried = familyCase.lifeDomains.filter(({ state }) => state !== 'well').map(({ domain }) => domain);
  const state = stuckCardOf(familyCase, settings, today)?.state.kind;
  return {
    domains: new Set(worried).size,
    withoutPlan: known?.plan.kind === 'none',
    withoutRegisseur: known?.regisseur.kind === 'none' || known?.regisseur.kind === 'gone',
    daysToRegisseur: asked === null || came === null ? null : daysBetween(asked, came),
    stillWaiting: asked !== null && came === null,
    repeatedRequests: familyCase.stuck.findings.filter(({ rule }) => rule === 'K3').length,
    workerChanges: familyCase.handovers.length,
    openCard: state === 'open' || state === 'waits-for-plan',
  };
};

const middle = (sorted: readonly number[]): number => {
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2;
};

const nearestRank = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;

export const figuresOf = (families: readonly FamilyFigures[]): Figures => {
  const count = (test: (one: FamilyFigures) => boolean) => families.filter(test).length;
  const total = (value: (one: FamilyFigures) => number) => families.reduce((sum, one) => sum + value(one), 0);
  const days = families
    .flatMap(({ daysToRegisseur }) => (daysToRegisseur === null ? [] : [daysToRegisseur]))
    .sort((one, other) => one - other);
  return {
    families: families.length,
    byDomains: [0, ...lifeDomainNames].map((_, number) => count(({ domains }) => domains === number)),
    withoutPlan: count(({ withoutPlan }) => withoutPlan),
    withoutRegisseur: count(({ withoutRegisseur }) => withoutRegisseur),
    daysToRegisseur:
      days.length === 0 ? null : { families: days.length, median: middle(days), p90: nearestRank(days, 0.9) },
    stillWaiting: count(({ stillWaiting }) => stillWaiting),
    repeatedRequests: total(({ repeatedRequests }) => repeatedRequests),
    familiesRepeating: count(({ repeatedRequests }) => repeatedRequests > 0),
    workerChanges: total(({ workerChanges }) => workerChanges),
    familiesWithChanges: count(({ workerChanges }) => workerChanges > 0),
    openCards: count(({ openCard }) => openCard),
  };
};
