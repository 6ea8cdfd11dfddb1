/** How an escalation goes after it was filed: who did what on which day, what was asked, ordered, promised and learned. */
import type { OwnWords } from './own-words.ts';
import type { Day, Instant } from './time.ts';

/** Who did something. The parent has no name here; `system`: a day passed, or the stuck rules acted. */
export type Author =
  | { readonly kind: 'parent' }
  | { readonly kind: 'worker' | 'officer'; readonly id: string; readonly name: string }
  | { readonly kind: 'system' };

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** What stands in the way; the sentences stand in `knowledge/` as `belemmering.*`. */
export const blockers = ['law', 'partner-rule', 'own-institution', 'capacity', 'no-agreement'] as const;

export type Blocker = (typeof blockers)[number];

/** Somebody filed for the family, with its consent: how and when it was given. */
export interface OnBehalf {
  readonly relation: 'client-supporter' | 'relative' | 'other';
  readonly name: string | null;
  readonly consent: { readonly how: string; readonly on: Day };
}

/** Of whom the summary is, and what the parent says of it. */
export interface Reading {
  readonly by: Author;
  readonly at: Instant;
  /** `null`: it was not put right or confirmed yet. */
  readonly answer:
    | { readonly kind: 'confirmed'; readonly at: Instant }
    | { readonly kind: 'corrected'; readonly words: OwnWords }
    | null;
}

export const stepKinds = [
  'filed',
  'taken',
  'taken-over',
  'handed-over',
  'stood-in',
  'more-asked',
  'more-given',
  'more-missed',
  'summarised',
  'summary-confirmed',
  'summary-corrected',
  'commented',
  'proposed',
  'proposal-answered',
  'decided',
  'ordered',
  'order-carried-out',
  'order-missed',
  'order-blocked',
  'regisseur-assigned',
  'plan-agreed',
  'plan-missed',
  'call-back-promised',
  'call-back-done',
  'call-back-missed',
  'reminded',
  'raised',
  'nobody-higher',
  'lesson-late',
  'helped-asked',
  'helped',
  'sent-on',
  'not-yet-helped',
  'withdrawn',
  'closed',
  'reopened',
  'complained',
  'complaint-late',
  'complaint-answered',
] as const;

export type StepKind = (typeof stepKinds)[number];

/** One change. All of them together are what the parent can read, and answer to. */
export interface EscalationStep {
  readonly id: string;
  readonly kind: StepKind;
  readonly at: Instant;
  readonly by: Author;
  readonly reason: string | null;
  /** The day that belongs to it: a new promise, the day of an order, the day on which it is looked at again. */
  readonly day: Day | null;
  /** Of the question, proposal, order, call, comment or complaint it is about. */
  readonly about: string | null;
  /** Who owns the escalation from here on, and by when the answer was promised. */
  readonly owner: string;
  readonly due: Day;
}

export interface Comment {
  readonly id: string;
  /** `own-words`, `summary`, or the id of a step. */
  readonly about: string;
  readonly by: Author;
  readonly words: OwnWords;
}

/** What the parent proposes. It has a right to an answer: without one the escalation can't be closed. */
export interface ParentProposal {
  readonly id: string;
  readonly subject: 'regisseur' | 'other';
  /** Person or organisation that is proposed. */
  readonly who: string | null;
  readonly words: OwnWords;
  readonly by: Author;
  readonly answer: ProposalAnswer | null;
}

export interface ProposalAnswer {
  readonly verdict: 'granted' | 'refused';
  readonly reason: string;
  readonly blocker: Blocker | null;
  readonly alternative: string | null;
  readonly maatwerk: boolean;
  readonly by: Named;
  readonly at: Instant;
}

export type AskedOf =
  | { readonly kind: 'parent' }
  | { readonly kind: 'worker'; readonly id: string }
  | { readonly kind: 'outside'; readonly name: string };

/** The officer needs more: from whom, by when. */
export interface MoreAsked {
  readonly id: string;
  readonly question: string;
  readonly of: AskedOf;
  readonly by: Named;
  readonly at: Instant;
  readonly due: Day;
  readonly answer: { readonly words: OwnWords; readonly by: Author } | null;
  /** The day on which it was seen that nothing came. */
  readonly missedOn: Day | null;
}

/** A decision as an order to an organisation. `due` never changes; `nextDue` is the day on which it is looked at again. */
export interface Order {
  readonly id: string;
  readonly to: string;
  readonly what: string;
  /** On what ground the organisation must do it. */
  readonly basis: string;
  readonly by: Named;
  readonly at: Instant;
  readonly due: Day;
  readonly nextDue: Day;
  /** Actor id of the officer who sees to it. */
  readonly owner: string;
  readonly blocker: Blocker | null;
  /** Due days that passed while it was not carried out, oldest first. */
  readonly missed: readonly Day[];
  readonly done: { readonly on: Day; readonly by: Named; readonly note: string | null } | null;
}

/** Somebody promised to call. */
export interface CallBack {
  readonly id: string;
  /** How the parent can be reached, in the parent's words. */
  readonly reach: string;
  readonly askedAt: Instant;
  readonly due: Day;
  readonly nextDue: Day;
  readonly owner: string;
  readonly missed: readonly Day[];
  readonly done: { readonly on: Day; readonly by: Named } | null;
}

/** "Helped or sent on?", asked some time after a decision that sends the family to somebody. */
export interface HelpedQuestion {
  readonly askOn: Day;
  readonly askedAt: Instant | null;
  readonly answer: {
    readonly kind: 'helped' | 'sent-on' | 'not-yet';
    readonly words: OwnWords | null;
    readonly at: Instant;
  } | null;
}

/** Without these three nothing is closed. `by` and `due`: who carries the change out, by when; unknown is shown as such. */
export interface Lesson {
  readonly cameAcross: string;
  readonly why: string;
  readonly changes: string;
  readonly by: string | null;
  readonly due: Day | null;
}

/** How the parent was told of the end. */
export type ToldParent =
  | { readonly kind: 'address' }
  | { readonly kind: 'follow-code' }
  | { readonly kind: 'through-worker'; readonly ids: readonly string[] }
  | { readonly kind: 'in-person'; readonly how: string; readonly on: Day };

export interface Closing {
  readonly at: Instant;
  readonly by: Named;
  readonly lesson: Lesson;
  /** For the page "u vroeg, wij deden": written for everybody, without anything about the family. `null`: not for the page. */
  readonly published: { readonly asked: string; readonly did: string } | null;
  readonly told: ToldParent;
}

/** A fact beside a statement of a complaint: `ref` is the id of a step, fact, order or decision of the case. */
export interface FactBeside {
  readonly on: Day;
  readonly what: string;
  readonly ref: string;
}

export interface ComplaintStatement {
  readonly id: string;
  readonly words: OwnWords;
  readonly answer: {
    readonly finding: 'founded' | 'unfounded' | 'cannot-say';
    readonly reason: string;
    readonly facts: readonly FactBeside[];
  } | null;
}

export interface Complaint {
  readonly id: string;
  readonly at: Instant;
  readonly by: Author;
  /** Six weeks by law; never changes. */
  readonly due: Day;
  readonly nextDue: Day;
  readonly owner: string;
  readonly missed: readonly Day[];
  readonly statements: readonly ComplaintStatement[];
  readonly answered: { readonly at: Instant; readonly by: Named; readonly lesson: Lesson } | null;
}

/** What came of it before it was opened again. */
export interface EarlierRound {
  readonly decidedAt: Instant | null;
  readonly verdict: 'granted' | 'refused' | 'elsewhere' | null;
  readonly reason: string;
  readonly lesson: Lesson | null;
  readonly reopenedAt: Instant;
}

export interface Proceedings {
  readonly onBehalf: OnBehalf | null;
  readonly reading: Reading | null;
  /** 0: the desk, 1: the deputy, from 2: one level up. */
  readonly level: number;
  /** The day that was promised when it was filed, or opened again; `due` moves when it is missed, this does not. */
  readonly promisedBy: Day;
  readonly steps: readonly EscalationStep[];
  readonly comments: readonly Comment[];
  readonly proposals: readonly ParentProposal[];
  readonly questions: readonly MoreAsked[];
  readonly orders: readonly Order[];
  readonly callBacks: readonly CallBack[];
  readonly helped: HelpedQuestion | null;
  /** The day by which it must be closed with a lesson; `null`: not decided, or decided before this was asked. */
  readonly lessonBy: Day | null;
  /** After a no: the day on which it is opened again by itself, as was said. */
  readonly lookAgainOn: Day | null;
  /** The day by which the regisseur who was assigned here must have a plan that is agreed; `null`: nobody was, or there is one. */
  readonly planBy: Day | null;
  readonly closing: Closing | null;
  readonly complaints: readonly Complaint[];
  readonly earlier: readonly EarlierRound[];
}

/** Proceedings in which nothing happened yet. */
export const newProceedings = (promisedBy: Day): Proceedings => ({
  onBehalf: null,
  reading: null,
  level: 0,
  promisedBy,
  steps: [],
  comments: [],
  proposals: [],
  questions: [],
  orders: [],
  callBacks: [],
  helped: null,
  lessonBy: null,
  lookAgainOn: null,
  planBy: null,
  closing: null,
  complaints: [],
  earlier: [],
});
