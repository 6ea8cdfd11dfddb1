/** What somebody may write down about a family. Every entry is one command and leaves one dated fact. */
import type {
  Day,
  DomainLook,
  HandoverItem,
  LifeDomain,
  Plan,
  Regisseur,
  RequestKind,
  RequestOutcome,
  SignalCode,
  Trajectory,
} from '../../model.ts';
import type { AftercareEndedEntry, AftercareEntry, AftercareMomentEntry } from './aftercare-entry.ts';
import type { Dated } from './dated.ts';
import type { PromiseDateEntry, PromiseEntry, PromiseStepEntry } from './promise-entry.ts';

export interface RequestEntry extends Dated {
  readonly kind: 'request';
  readonly requestKind: RequestKind;
  /** Verbatim; never changed afterwards. */
  readonly words: string;
  /** Who asked, e.g. `ouder`. */
  readonly from: string;
  readonly askedOf: string;
  /** Ticked in the same contact, e.g. `overload-parent`. */
  readonly signals: readonly SignalCode[];
}

/** `requestId: null` answers every open request. */
export interface AnswerEntry extends Dated {
  readonly kind: 'answer';
  readonly requestId: string | null;
  /** What a rule stands in the way of is a `rejection`. */
  readonly outcome: Exclude<RequestOutcome, 'rejected-on-rule'>;
  readonly reason: string;
}

export interface SignalsEntry extends Dated {
  readonly kind: 'signals';
  readonly codes: readonly SignalCode[];
  readonly from: string;
  readonly words: string | null;
  readonly note: string | null;
}

export interface SignalHandledEntry extends Dated {
  readonly kind: 'signal-handled';
  readonly signalId: string;
  readonly what: string;
}

/** `owner`: the actor id of a worker with a task for this family, who does something with it by `due`. */
export interface SignalOwnerEntry extends Dated {
  readonly kind: 'signal-owner';
  readonly signalId: string;
  readonly owner: string;
  readonly due: Day;
  readonly why: string;
}

export interface ReferralEntry extends Dated {
  readonly kind: 'referral';
  readonly to: string;
  readonly purpose: string;
}

export interface ReferralOutcomeEntry extends Dated {
  readonly kind: 'referral-outcome';
  readonly referralId: string;
  readonly outcome: 'refused' | 'cannot-deliver' | 'waiting-list' | 'done';
  readonly reason: string;
}

export interface PartyEntry extends Dated {
  readonly kind: 'party';
  readonly organisation: string;
  readonly person: string | null;
  readonly task: string;
  readonly domain: LifeDomain | null;
}

export interface PartyEndedEntry extends Dated {
  readonly kind: 'party-ended';
  readonly partyId: string;
}

/** A plan on paper; `on` is the day it was made. With `agreedBy` it is agreed on that same day. */
export interface PlanEntry extends Dated {
  readonly kind: 'plan';
  readonly plan: Pick<Plan, 'planKind' | 'owner' | 'reviewBy' | 'members' | 'domains' | 'priorities' | 'agreedBy'>;
}

export interface PlanAgreedEntry extends Dated {
  readonly kind: 'plan-agreed';
  readonly planId: string;
  readonly agreedBy: readonly string[];
}

export interface PlanEndedEntry extends Dated {
  readonly kind: 'plan-ended';
  readonly planId: string;
}

export interface RegisseurEntry extends Dated {
  readonly kind: 'regisseur';
  /** Who leads now stops when this one begins; must be said when somebody leads, because a family has one. */
  readonly replaces?: boolean;
  readonly regisseur: Pick<Regisseur, 'name' | 'organisation' | 'canLead' | 'mandate' | 'match' | 'deputy'>;
}

export interface RegisseurLostEntry extends Dated {
  readonly kind: 'regisseur-lost';
  readonly regisseurId: string;
  readonly reason: string;
}

/** `to: null`: nobody yet. `measureId: null`: the worker of the lokaal team. */
export interface WorkerChangeEntry extends Dated {
  readonly kind: 'worker-change';
  readonly measureId: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly takenOverOn: Day | null;
  readonly reason: string;
}

export interface HandoverEntry extends Dated {
  readonly kind: 'handover';
  readonly handoverId: string;
  /** The new worker, when nobody was named before. */
  readonly to: string | null;
  readonly takenOverOn: Day | null;
  readonly done: readonly HandoverItem[];
}

export interface MeasureEntry extends Dated {
  readonly kind: 'measure';
  readonly measureKind: string;
}

export interface MeasureStepEntry extends Dated {
  readonly kind: 'measure-appointment' | 'measure-ended';
  readonly measureId: string;
}

/** Without `alternative` and without `maatwerk` this is a bare refusal: K7. */
export interface RejectionEntry extends Dated {
  readonly kind: 'rejection';
  readonly what: string;
  readonly rule: string;
  readonly alternative: string | null;
  readonly maatwerk: boolean;
}

export interface LifeDomainsEntry extends Dated {
  readonly kind: 'life-domains';
  readonly memberId: string;
  readonly looks: readonly Pick<DomainLook, 'domain' | 'state'>[];
}

export interface TasksEntry extends Dated {
  readonly kind: 'tasks';
  readonly tasks: readonly { readonly what: string; readonly who: string; readonly due: Day | null }[];
}

export interface TaskDoneEntry extends Dated {
  readonly kind: 'task-done';
  readonly taskId: string;
}

export interface TrajectoryEntry extends Dated {
  readonly kind: 'trajectory';
  readonly trajectory: Omit<Trajectory, 'id'>;
}

export type CaseEntry =
  | RequestEntry
  | AnswerEntry
  | SignalsEntry
  | SignalHandledEntry
  | SignalOwnerEntry
  | ReferralEntry
  | ReferralOutcomeEntry
  | PartyEntry
  | PartyEndedEntry
  | PlanEntry
  | PlanAgreedEntry
  | PlanEndedEntry
  | RegisseurEntry
  | RegisseurLostEntry
  | WorkerChangeEntry
  | HandoverEntry
  | MeasureEntry
  | MeasureStepEntry
  | RejectionEntry
  | PromiseEntry
  | PromiseDateEntry
  | PromiseStepEntry
  | AftercareEntry
  | AftercareMomentEntry
  | AftercareEndedEntry
  | LifeDomainsEntry
  | TasksEntry
  | TaskDoneEntry
  | TrajectoryEntry;
