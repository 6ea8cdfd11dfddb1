/** Who stays with the family, what was promised, and what happens after. */
import type { LifeDomain } from './family.ts';
import type { Day, Instant } from './time.ts';
import type { OnePlanFinding } from './finding.ts';

/** A child protection measure; a fixed worker belongs to it, and a first appointment within the term. */
export interface Measure {
  readonly id: string;
  readonly measureKind: string;
  readonly since: Day;
  readonly until: Day | null;
  readonly firstAppointmentBy: Day;
  readonly firstAppointmentOn: Day | null;
}

/** What must go from the old worker to the new one; the words stand in `knowledge/` as `overdracht.*`. */
export const handoverItems = [
  'together-with-family',
  'plan-and-dates',
  'risks-and-safety',
  'who-has-which-contact',
  'running-agreements',
  'open-decisions',
  'what-works',
  'consents',
  'name-and-deputy',
  'look-back-after-two-weeks',
] as const;

export type HandoverItem = (typeof handoverItems)[number];

/** A change of worker. Without `to` the family has nobody. */
export interface Handover {
  readonly id: string;
  readonly factId: string;
  /** The measure whose worker changes; `null`: the worker of the lokaal team. */
  readonly measureId: string | null;
  readonly from: string | null;
  readonly to: string | null;
  /** The last day of the old worker. */
  readonly on: Day;
  /** The first day of the new one; `null`: nobody yet. */
  readonly takenOverOn: Day | null;
  readonly reason: string;
  readonly done: readonly HandoverItem[];
}

/** What somebody did about a promise. `note` of a `dated` or `dropped` one is the reason that others can read. */
export interface PromiseStep {
  readonly kind: 'dated' | 'kept' | 'missed' | 'dropped';
  readonly on: Day;
  /** By name. */
  readonly by: string;
  readonly note: string | null;
}

/** `due: null`: something was promised without a date, and is shown as such. */
export interface PromiseMade {
  readonly id: string;
  /** A commitment or a recommendation was written down as a fact first. Absent: a promise. */
  readonly kind?: 'commitment' | 'recommendation' | undefined;
  /** The fact with which it was written down; absent in older documents. */
  readonly factId?: string | undefined;
  /** `null`: only that there was one. */
  readonly what: string | null;
  /** `null`: the family. */
  readonly toWhom: string | null;
  /** Who promised, or sees to it now: an actor id, or a name for somebody outside; `null`: nobody was named. */
  readonly owner: string | null;
  readonly madeOn: Day;
  readonly due: Day | null;
  readonly keptOn: Day | null;
  /** The day on which it was seen that it was not kept. */
  readonly missedOn: Day | null;
  /** Oldest first; absent: nothing yet. */
  readonly steps?: readonly PromiseStep[] | undefined;
}

export interface AftercareMoment {
  readonly due: Day;
  readonly doneOn: Day | null;
  readonly relapse: boolean;
  readonly note: string | null;
}

export interface Aftercare {
  readonly since: Day;
  readonly contact: string;
  readonly moments: readonly AftercareMoment[];
  readonly relapseSigns: readonly string[];
  readonly relapsePlan: string;
  /** A chronic family is looked at again on this day, every time; it never closes silently. */
  readonly chronicReviewOn: Day | null;
  readonly endedOn: Day | null;
}

/** How it goes with one member in one leefgebied. */
export interface DomainLook {
  readonly memberId: string;
  readonly domain: LifeDomain;
  readonly state: 'well' | 'attention' | 'concern';
  readonly lookedOn: Day;
  readonly lookedBy: string;
}

/** The evidence of the check before a first contact ended. */
export interface GateCheck {
  readonly id: string;
  readonly at: Instant;
  readonly by: string;
  readonly contactOn: Day;
  readonly finding: OnePlanFinding;
  readonly lookedAt: readonly string[];
}
