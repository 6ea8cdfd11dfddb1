/** What an officer, or whoever asked, can do with an escalation that lies on the desk. Days are `YYYY-MM-DD`. */
import type { AskedOf, Blocker, Regisseur, Verdict } from '../../model.ts';

/** `basis`: on what ground the organisation must do it. `due`: by when. */
export interface OrderInput {
  readonly to: string;
  readonly what: string;
  readonly basis: string;
  readonly due: string;
}

export type RegisseurInput = Pick<Regisseur, 'name' | 'organisation' | 'canLead' | 'mandate' | 'match' | 'deputy'>;

/** On what somebody says no: with a rule, or a blocker that is one, there must be an alternative or the maatwerk route. */
export interface GroundsInput {
  readonly blocker?: Blocker | null;
  readonly rule?: string | null;
  readonly alternative?: string | null;
  readonly maatwerk?: boolean;
}

export interface DecisionInput extends GroundsInput {
  readonly verdict: Verdict;
  readonly reason: string;
  readonly effectiveOn: string;
  /** Needed with `elsewhere`: who it is for. */
  readonly to?: string | null;
  /** The decision as an order to an organisation. */
  readonly order?: OrderInput | null;
  /** Leads the family from today; the plan's clock starts. */
  readonly regisseur?: RegisseurInput | null;
  /** Who leads now stops; must be said with a regisseur when somebody does. */
  readonly replaces?: boolean;
}

export interface LessonInput {
  readonly cameAcross: string;
  readonly why: string;
  readonly changes: string;
  readonly by?: string | null;
  readonly due?: string | null;
}

export interface ComplaintAnswerInput {
  readonly statements: readonly {
    readonly id: string;
    readonly finding: 'founded' | 'unfounded' | 'cannot-say';
    readonly reason: string;
    /** Ids of steps, facts, orders … of the case (`factsOf` lists them). */
    readonly facts: readonly string[];
  }[];
  readonly lesson: LessonInput;
}

export type OfficerAction =
  | { readonly kind: 'take'; readonly reason?: string | null }
  | { readonly kind: 'take-over'; readonly reason: string }
  | { readonly kind: 'hand-over'; readonly to: string; readonly reason: string }
  | {
      readonly kind: 'ask-more';
      readonly question: string;
      readonly of: AskedOf;
      readonly due: string;
    }
  /** What came in outside the chat, e.g. by telephone. */
  | { readonly kind: 'more-received'; readonly questionId: string; readonly words: string }
  | ({ readonly kind: 'decide' } & DecisionInput)
  | { readonly kind: 'order'; readonly order: OrderInput }
  | {
      readonly kind: 'order-carried-out';
      readonly orderId: string;
      readonly on: string;
      readonly note?: string | null;
    }
  | { readonly kind: 'order-blocked'; readonly orderId: string; readonly blocker: Blocker; readonly reason: string }
  | {
      readonly kind: 'assign-regisseur';
      readonly regisseur: RegisseurInput;
      /** Who leads now stops; must be said when somebody does. */
      readonly replaces?: boolean;
    }
  | ({
      readonly kind: 'answer-proposal';
      readonly proposalId: string;
      readonly verdict: 'granted' | 'refused';
      readonly reason: string;
    } & GroundsInput)
  | { readonly kind: 'summarise'; readonly text: string }
  | { readonly kind: 'comment'; readonly about: string; readonly text: string }
  | { readonly kind: 'call-back-done'; readonly callBackId: string; readonly on: string }
  | ({ readonly kind: 'answer-complaint'; readonly complaintId: string } & ComplaintAnswerInput)
  | {
      readonly kind: 'close';
      readonly lesson: LessonInput;
      readonly published?: { readonly asked: string; readonly did: string } | null;
      /** Needed when nobody filed whom the system can reach: how and when the parent was told. */
      readonly told?: { readonly how: string; readonly on: string } | null;
    }
  /** Takes what was written for everybody off the public page, for good. */
  | { readonly kind: 'unpublish' }
  | { readonly kind: 'reopen'; readonly reason: string };

/** By the parent with the follow code, or by the colleague who filed. Confirming a summary is for the parent only. */
export type FilerAction =
  /** `about`: `own-words`, `summary` or the id of a step: a reaction to that change. */
  | { readonly kind: 'comment'; readonly about: string; readonly text: string }
  | { readonly kind: 'confirm-summary' }
  | { readonly kind: 'correct-summary'; readonly text: string }
  | {
      readonly kind: 'propose';
      readonly subject: 'regisseur' | 'other';
      readonly who: string | null;
      readonly text: string;
    }
  | { readonly kind: 'give-more'; readonly questionId: string; readonly text: string }
  | { readonly kind: 'ask-call-back'; readonly reach: string }
  | { readonly kind: 'helped'; readonly answer: 'helped' | 'sent-on' | 'not-yet'; readonly text: string | null }
  | { readonly kind: 'complain'; readonly statements: readonly string[] };
