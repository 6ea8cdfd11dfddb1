import type { Blocker } from './asked.ts';
import type { StoredFiling } from './filing.ts';
import type { Proceedings } from './proceedings.ts';
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

/** The fields of `StoredFiling` are those of the filing that leads it: the first by a person, else the one by the stuck rules. */
export interface Escalation extends StoredFiling, Proceedings {
  readonly id: string;
  /** For people, e.g. `L-7F3K2M`; gives no access to anything. */
  readonly number: string;
  readonly filedAt: Instant;
  /** Id of the filing that leads; absent: `id`, because it is the one it began with. */
  readonly filingId?: string;
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
