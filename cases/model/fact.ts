/** What happened, in the order in which it happened. The stuck rules read nothing else. */
import type { OwnWords } from './own-words.ts';
import type { Day, Instant } from './time.ts';

/** The vocabulary of dated facts; the same codes stand in a list that is replayed. Meanings: `signaal.*` in `knowledge/`. */
export const signalCodes = [
  'many-agencies',
  'no-plan',
  'overload-parent',
  'regie-not-working',
  'request-for-regisseur',
  'request-for-help',
  'request-granted',
  'request-refused',
  'request-not-granted',
  'regie-left-with-failing-party',
  'regie-reduced-to-meetings',
  'regie-back-to-earlier-party',
  'regisseur-assigned',
  'regisseur-lost',
  'no-match-with-worker',
  'change-of-worker',
  'handover-failed',
  'handover-done',
  'worker-unreachable',
  'referral',
  'referral-cannot-deliver',
  'waiting-list',
  'parent-searches-herself',
  'decision-deferred',
  'cry-for-help',
  'safety-concern',
  'child-harm-threatened',
  'rejected-on-rule',
  'no-alternative-offered',
  'maatwerk',
  'plan-made',
  'plan-agreed',
  'promise-missed',
  'commitment-without-date',
  'escalation-decided',
  'external-escalation',
  'expectations-differ',
  'own-words-overwritten',
  'role-information-unclear',
  'complaint',
  'complaint-dismissed',
  'complaint-upheld',
  'no-learning-reported',
  'recommendation',
  'aftercare-relapse',
] as const;

export type SignalCode = (typeof signalCodes)[number];

/** Who wrote it down; `system` for what a check found. */
export interface Recorder {
  readonly kind: 'worker' | 'officer' | 'system';
  readonly id: string;
  readonly name: string;
}

/** One thing that happened on one day. Order: day, then `seq`, which is unique in the case and grows with every entry. */
export interface Fact {
  readonly id: string;
  readonly date: Day;
  readonly seq: number;
  readonly recordedAt: Instant;
  readonly by: Recorder;
  readonly signals: readonly SignalCode[];
  /** What happened, for people. */
  readonly note: string | null;
  /** The request that this answers or ends; `null`: every open one. */
  readonly requestId: string | null;
}

/** A signal was given to somebody else, with a new day. */
export interface SignalMove {
  /** Actor ids. */
  readonly from: string;
  readonly to: string;
  /** The day that was set before. */
  readonly dueBefore: Day;
  readonly reason: string;
  readonly on: Day;
  readonly by: string;
}

/** A code that somebody ticked: a message with an owner and a date, never a line in a report. */
export interface Signal {
  readonly id: string;
  readonly factId: string;
  readonly code: SignalCode;
  /** Who said it, e.g. `ouder`. */
  readonly from: string;
  /** Verbatim, where they were given. */
  readonly words: OwnWords | null;
  /** Actor id of who must do something with it. */
  readonly owner: string;
  readonly due: Day;
  /** Earlier owners, oldest first. */
  readonly moves: readonly SignalMove[];
  readonly handled: { readonly on: Day; readonly by: string; readonly what: string } | null;
}
