/** What the clock makes of one escalation on one day: the change in the making, and who hears of it. */
import type { Day, Escalation, FamilyCase } from '../../model.ts';
import type { EscalationContext } from './context.ts';
import { bySystem, type NewStep } from './step.ts';

export interface Passing {
  /** With another escalation in it that filings joined. */
  readonly familyCase: FamilyCase;
  readonly escalation: Escalation;
  readonly steps: readonly NewStep[];
  /** The lowest step of the ladder to go to; `null`: it stays with its owner. */
  readonly up: number | null;
}

export interface Today {
  readonly familyCase: FamilyCase;
  readonly context: EscalationContext;
  readonly today: Day;
  /** The new day of what was missed. */
  readonly again: Day;
}

export type Pass = (passing: Passing, today: Today) => Passing;

export const step = (kind: NewStep['kind'], tell: NewStep['tell'], more: Partial<NewStep> = {}): NewStep => ({
  ...{ kind, by: bySystem, tell },
  ...more,
});

export const everybody: NewStep['tell'] = ['filer', 'before', 'owner'];

export const missed = (passing: Passing, change: Partial<Escalation>, what: NewStep, atLeast: number): Passing => ({
  ...passing,
  escalation: { ...passing.escalation, ...change },
  steps: [...passing.steps, what],
  up: Math.max(passing.up ?? 0, atLeast),
});
