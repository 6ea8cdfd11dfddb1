import type { Closing, Day, Decision, Escalation, Instant, Provider, Referral } from '../model.ts';

export type ClosingObstacle = 'proposal-unanswered' | 'order-open' | 'call-back-open' | 'complaint-open';

/** `words`: which words of it are wrong, where that is known. */
export interface WrongField {
  readonly field: string;
  readonly problem: string;
  readonly words?: readonly string[];
}

/** Why something is not done; every member is a sentence in `knowledge/`. */
export type Refusal =
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'not-found' }
  /** The audit can't be written, so nothing is shown. */
  | { readonly kind: 'audit-unavailable' }
  | { readonly kind: 'own-escalation' }
  /** No officer on duty besides the filer: nobody could own the escalation, so it is not filed. */
  | { readonly kind: 'nobody-to-ask' }
  | { readonly kind: 'card-void' }
  | { readonly kind: 'already-decided'; readonly decision: Decision; readonly escalation: Escalation }
  | { readonly kind: 'already-withdrawn'; readonly at: Instant; readonly escalation: Escalation }
  /** The same referral was made before; `earlier` says when and what came of it. */
  | { readonly kind: 'referral-twice'; readonly earlier: Referral }
  /** This party can't deliver what is asked. `since`: of the waiting list, or the day on which it said so. */
  | {
      readonly kind: 'cannot-deliver';
      readonly because: 'cannot-lead' | 'waiting-list' | 'said-so';
      readonly since: Day | null;
      readonly alternatives: readonly Provider[];
    }
  /** The finding was stopped before, or its card is closed. */
  | { readonly kind: 'finding-not-open' }
  /** What this is about is not open, or not there: the question was answered, the order carried out. */
  | { readonly kind: 'not-open' }
  | { readonly kind: 'not-decided' }
  | { readonly kind: 'already-closed'; readonly closing: Closing; readonly escalation: Escalation }
  /** A no on a rule needs an alternative, or the maatwerk route. */
  | { readonly kind: 'bare-refusal' }
  /** Something has a right to an answer first; `ids` of what is open. */
  | { readonly kind: 'cannot-close'; readonly because: ClosingObstacle; readonly ids: readonly string[] }
  /** A yes that begins on `from`, later than today: what came of it can not be known yet. */
  | { readonly kind: 'not-begun'; readonly from: Day }
  | { readonly kind: 'invalid'; readonly fields: readonly WrongField[] };
