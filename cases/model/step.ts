/** What happened to an escalation, one change at a time. */
import type { Author } from './people.ts';
import type { Day, Instant } from './time.ts';

export const stepKinds = [
  'filed',
  'joined',
  'filing-withdrawn',
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
  'unpublished',
  'reopened',
  'went-on',
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
