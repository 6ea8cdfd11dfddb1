import type { Instant } from './time.ts';

/** `escalation-news` and `escalation-due` are about one step: news for who asked, work for who owns it or is asked. */
export type NoticeKind =
  | 'escalation-filed'
  | 'escalation-taken'
  | 'escalation-decided'
  | 'escalation-withdrawn'
  | 'escalation-news'
  | 'escalation-due';

export type NoticeTarget =
  | { readonly kind: 'actor'; readonly id: string }
  /** The conversation in which a parent filed; when it is gone the news waits behind the follow code. */
  | { readonly kind: 'address'; readonly key: string };

export type NoticeState =
  | { readonly kind: 'pending'; readonly dueAt: Instant; readonly tries: number }
  /** Nobody knows if it arrived: until `proofUntil` an invoke is proof. `attempt`: `dueAt` of a try that still runs. */
  | { readonly kind: 'ambiguous'; readonly proofUntil: Instant; readonly tries: number; readonly attempt?: Instant }
  | { readonly kind: 'sent'; readonly at: Instant; readonly activityId: string | null }
  /** The address no longer exists; the parent finds the news with the follow code. */
  | { readonly kind: 'left-for-pickup'; readonly at: Instant }
  | { readonly kind: 'undeliverable'; readonly at: Instant; readonly because: string };

/** A row of the outbox, inside the case: written in the same write as the change it tells about. */
export interface Notice {
  readonly id: string;
  readonly noticeKind: NoticeKind;
  readonly escalationId: string;
  readonly to: NoticeTarget;
  /** Present when the notice carries an actionable card. */
  readonly cardRef: string | null;
  /** The step it tells about. */
  readonly stepId?: string;
  readonly state: NoticeState;
}

/** What a channel says about one attempt to deliver, in the terms of docs/decisions/outbox.md. */
export type DeliveryOutcome =
  | { readonly kind: 'delivered'; readonly activityId: string | null }
  /** Surely not delivered, worth another try, not before `retryAfterMs` from now. */
  | { readonly kind: 'not-delivered'; readonly retryAfterMs: number | null; readonly because: string }
  /** The request went out and no clear answer came back. */
  | { readonly kind: 'ambiguous'; readonly because: string }
  /** There is no address for this person yet: the notice waits until there is one. */
  | { readonly kind: 'no-address' }
  /** This address will never work: hand over to the fallback officer, or leave for pickup. */
  | { readonly kind: 'unreachable'; readonly because: string };
