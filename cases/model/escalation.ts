import type { Actor } from './people.ts';
import type { OwnWords } from './own-words.ts';
import type { Blocker, Proceedings } from './proceedings.ts';
import type { Day, Instant } from './time.ts';

/** `elsewhere`: not for this desk, with who it is for. */
export type Verdict = 'granted' | 'refused' | 'elsewhere';

/** What a decision rests on, as far as it was said. */
export interface DecisionGrounds {
  readonly blocker: Blocker | null;
  /** The rule on which something was refused; then there is an alternative, or the maatwerk route. */
  readonly rule: string | null;
  readonly alternative: string | null;
  readonly maatwerk: boolean;
  /** Who it is for, when it is not for this desk. */
  readonly to: string | null;
  /** Of the regisseur who was assigned with it. */
  readonly regisseurId: string | null;
}

/**
 * `effectiveOn`: for `granted` the day it starts; for `refused` the day on which it is looked at again; for `elsewhere` the
 * day from which the other party must have taken it up.
 */
export interface Decision {
  readonly verdict: Verdict;
  readonly reason: string;
  readonly effectiveOn: Day;
  readonly by: { readonly id: string; readonly name: string };
  readonly at: Instant;
  readonly grounds?: DecisionGrounds;
}

export type EscalationState =
  | { readonly kind: 'filed' }
  | { readonly kind: 'taken'; readonly by: { readonly id: string; readonly name: string }; readonly at: Instant }
  | { readonly kind: 'decided'; readonly decision: Decision }
  | { readonly kind: 'withdrawn'; readonly by: string; readonly reason: string; readonly at: Instant };

/** The three questions of the call of 2016 (P14): complex? stuck or about to? harm to the child? */
export interface FilingAnswers {
  readonly complex: 'yes' | 'no' | 'unknown';
  readonly stuck: 'stuck' | 'about-to' | 'unknown';
  readonly harm: 'yes' | 'no' | 'unknown';
}

export interface Escalation extends Proceedings {
  readonly id: string;
  /** For people, e.g. `L-7F3K2M`; gives no access to anything. */
  readonly number: string;
  readonly filedAt: Instant;
  /** `system`: the stuck rules put it on the desk. */
  readonly filedBy: {
    readonly kind: Actor['kind'] | 'system';
    readonly id: string | null;
    readonly name: string | null;
  };
  readonly ownWords: OwnWords;
  /** The worker's interpretation, kept apart from the own words. */
  readonly summary: string | null;
  readonly answers: FilingAnswers;
  /** SHA-256 of the normalised follow code, lower-case hex. The code itself is stored nowhere. */
  readonly followCodeHash: string;
  /** Address key of the conversation in which it was filed; opaque to this folder. */
  readonly replyTo: string | null;
  /** Actor id of the aanspreekpunt who owns it now; never empty. */
  readonly owner: string;
  /** The promised day of the answer, counted in werkdagen. */
  readonly due: Day;
  readonly state: EscalationState;
}

/** A card that was handed to one addressee. Only `cardRef` leaves the system; all else is looked up with it. */
export interface IssuedCard {
  /** 128 random bits, base64url. */
  readonly cardRef: string;
  readonly escalationId: string;
  readonly addressee: string;
  readonly issuedAt: Instant;
  /** `void`: a newer card replaced it after an ambiguous delivery; pressing it changes nothing. */
  readonly state: 'live' | 'void';
  /** Set at the first invoke with this cardRef: proof that the card arrived. */
  readonly seenAt: Instant | null;
}
