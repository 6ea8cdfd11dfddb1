/** A family that is stuck: what the rules found, who stopped what and why. The card itself is worked out from these. */
import type { Day, Instant } from './time.ts';

export const stuckRuleIds = ['K1', 'K2', 'K2b', 'K3', 'K4', 'K5', 'K6', 'K7', 'K8'] as const;

export type StuckRuleId = (typeof stuckRuleIds)[number];

/** `file`: on the desk at once. `propose`: on the desk unless a worker stops it in time. `warn`: only told. */
export type RuleMode = 'file' | 'propose' | 'warn' | 'off';

/** A rule of the municipality's own, for codes that no other rule reads. */
export interface OwnRule {
  readonly id: string;
  readonly codes: readonly string[];
  readonly fires: 'any' | 'any-while-request-open' | 'all-in-one-event';
  readonly mode: RuleMode;
}

export interface StuckSettings {
  readonly modes: Readonly<Record<StuckRuleId, RuleMode>>;
  /** K2: calendar days; an answer on the last of them is in time. */
  readonly unansweredDays: number;
  /** How long a proposal waits for a worker before it goes to the desk by itself. */
  readonly proposalWerkdagen: number;
  readonly ownRules: readonly OwnRule[];
}

/** A rule fired. Kept for good: a fact that comes in later, with an earlier date, does not undo it. */
export interface StuckFinding {
  /** The rule and the fact that set it off, e.g. `K3@fact-7`: the same firing never counts twice. */
  readonly key: string;
  readonly rule: string;
  /** `K3b`: the third time; `K4b`: the second change; `K5b`: a waiting list. */
  readonly variant: string | null;
  readonly mode: RuleMode;
  readonly on: Day;
  /** Place within the day: the `seq` of the fact that set it off; `null`: a clock, at the end of the day. */
  readonly seq: number | null;
  /** The day on which it lies on the desk when nobody stops it; `null`: a warning. */
  readonly deskOn: Day | null;
  /** The facts it rests on, oldest first. */
  readonly factIds: readonly string[];
  /** What the sentence needs: a number of days or times. */
  readonly count: number | null;
}

/** A worker stopped a finding, with a reason that the parent can read. */
export interface StuckStop {
  readonly key: string;
  readonly by: { readonly id: string; readonly name: string };
  readonly reason: string;
  readonly on: Day;
  readonly at: Instant;
}

/** A worker put a proposal on the desk at once. */
export interface StuckPush {
  readonly key: string;
  readonly by: string;
  readonly on: Day;
}

export interface Stuck {
  readonly findings: readonly StuckFinding[];
  readonly stops: readonly StuckStop[];
  readonly pushes: readonly StuckPush[];
  /** Escalations that carried the card, oldest first. */
  readonly escalationIds: readonly string[];
}

export type StuckCardState =
  | { readonly kind: 'open' }
  /** There is a regisseur since this day; the plan is still to come. */
  | { readonly kind: 'waits-for-plan'; readonly since: Day }
  | { readonly kind: 'closed'; readonly on: Day; readonly because: 'regisseur-and-plan' | 'stopped' };

/** The one card of a family. Every day it is not closed it has an owner and a due date (see `deskOf`). */
export interface StuckCard {
  readonly openedOn: Day;
  readonly reopened: readonly Day[];
  readonly state: StuckCardState;
  /** Everything that was found up to now, oldest first; warnings too. */
  readonly findings: readonly StuckFinding[];
}
