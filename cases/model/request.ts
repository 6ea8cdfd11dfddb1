/** What the family asked for and what came of it. */
import type { OwnWords } from './own-words.ts';
import type { Day } from './time.ts';

export type RequestKind = 'regisseur' | 'help' | 'place' | 'budget' | 'answer' | 'other';

/** `not-granted`, `left-with-failing-party` and `rejected-on-rule` answer a request without ending it. */
export type RequestOutcome = 'granted' | 'refused' | 'not-granted' | 'left-with-failing-party' | 'rejected-on-rule';

export interface RequestAnswer {
  readonly factId: string;
  readonly on: Day;
  readonly outcome: RequestOutcome | 'regisseur-assigned';
  readonly reason: string;
  readonly by: string;
}

export interface HelpRequest {
  /** Also the id of the fact with which it began; answers aim at it. */
  readonly id: string;
  readonly requestKind: RequestKind;
  readonly words: OwnWords;
  readonly on: Day;
  /** Who asked, e.g. `ouder`. */
  readonly from: string;
  /** Organisation that was asked. */
  readonly askedOf: string;
  readonly answers: readonly RequestAnswer[];
  /** `null`: open, also after an answer that gave nothing. */
  readonly endedOn: Day | null;
}

export type ReferralOutcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'refused'; readonly on: Day; readonly reason: string }
  | { readonly kind: 'cannot-deliver'; readonly on: Day; readonly reason: string }
  | { readonly kind: 'waiting-list'; readonly on: Day; readonly reason: string }
  | { readonly kind: 'done'; readonly on: Day };

export interface Referral {
  readonly id: string;
  readonly factId: string;
  readonly to: string;
  readonly purpose: string;
  readonly on: Day;
  readonly by: string;
  readonly outcome: ReferralOutcome;
}

/** A solution that was refused because of a rule. Without an alternative or maatwerk it is a bare refusal (K7). */
export interface Rejection {
  readonly id: string;
  readonly factId: string;
  readonly what: string;
  readonly rule: string;
  readonly on: Day;
  readonly by: string;
  readonly alternative: string | null;
  readonly maatwerk: boolean;
}
