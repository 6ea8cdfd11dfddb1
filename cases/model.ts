/**
 * The subject as plain data. `FamilyCase` is the aggregate: everything that must change together lives in it,
 * and one write stores it. States are unions of real states, so impossible combinations can't be written down.
 */

/** An instant in UTC, ISO 8601 with milliseconds, e.g. `2026-11-22T09:00:00.000Z`. */
export type Instant = string;

/** A calendar day in Europe/Amsterdam, `YYYY-MM-DD`. */
export type Day = string;

/** Who acts. A parent is anonymous: `address` only says where an answer can be left. Authority comes from the role table. */
export type Actor =
  | { readonly kind: 'parent'; readonly address: string }
  | { readonly kind: 'worker'; readonly id: string; readonly name: string }
  | { readonly kind: 'officer'; readonly id: string; readonly name: string };

export type StaffActor = Exclude<Actor, { kind: 'parent' }>;

/** A life domain (leefgebied) of the check, source TSD; see docs/glossary.md. */
export type LifeDomain =
  | 'werk-inkomen-schulden'
  | 'wonen'
  | 'maatschappelijke-ondersteuning'
  | 'onderwijs'
  | 'jeugdhulp'
  | 'veiligheid'
  | 'gezondheid';

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly role: 'ouder' | 'kind' | 'anders';
}

/** `unmatched`: a parent filed without login; a worker matches it to a family later, and that is logged. */
export type Family =
  | {
      readonly kind: 'known';
      readonly label: string;
      readonly members: readonly Member[];
      readonly domains: readonly LifeDomain[];
    }
  | { readonly kind: 'unmatched' };

/** An organisation or person around the child: who, what, since. */
export interface Party {
  readonly id: string;
  readonly organisation: string;
  readonly task: string;
  readonly since: Day | null;
  readonly until: Day | null;
}

/** A plan on paper. Which `planKind` counts as the one plan is a setting: an ondersteuningsplan is an application form. */
export interface Plan {
  readonly id: string;
  readonly planKind: string;
  readonly owner: string | null;
  readonly agreedOn: Day | null;
  readonly reviewBy: Day | null;
  readonly endedOn: Day | null;
  readonly members: readonly string[];
  readonly domains: readonly LifeDomain[];
  readonly priorities: readonly string[];
}

export interface Regisseur {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
  readonly since: Day;
  readonly until: Day | null;
  /** Whether this party can lead at all; `unknown` is not `no`. */
  readonly canLead: 'yes' | 'no' | 'unknown';
  readonly deputy: string | null;
}

/** The words of the person who filed: written once, never changed; `sha256` is of `text` in UTF-8, lower-case hex. */
export interface OwnWords {
  readonly text: string;
  readonly sha256: string;
  readonly writtenAt: Instant;
}

export type Verdict = 'granted' | 'refused';

/** `effectiveOn`: for `granted` the day it starts; for `refused` the day on which it is looked at again. */
export interface Decision {
  readonly verdict: Verdict;
  readonly reason: string;
  readonly effectiveOn: Day;
  readonly by: { readonly id: string; readonly name: string };
  readonly at: Instant;
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

export interface Escalation {
  readonly id: string;
  /** For people, e.g. `L-7F3K2M`; gives no access to anything. */
  readonly number: string;
  readonly filedAt: Instant;
  readonly filedBy: { readonly kind: Actor['kind']; readonly id: string | null; readonly name: string | null };
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

export type NoticeKind = 'escalation-filed' | 'escalation-taken' | 'escalation-decided' | 'escalation-withdrawn';

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

export interface AuditLine {
  readonly at: Instant;
  readonly event: string;
  readonly actor: string;
  readonly subject: string;
}

/** A command that was carried out, with its outcome, so that the same command twice gives the same answer. */
export interface ProcessedCommand {
  readonly commandId: string;
  readonly at: Instant;
  readonly result: string;
}

export interface FamilyCase {
  readonly schema: 1;
  readonly id: string;
  /** 0 = never stored. Every write adds one. */
  readonly version: number;
  readonly createdAt: Instant;
  readonly family: Family;
  /** Actor ids of workers with a task for this family. */
  readonly workers: readonly string[];
  /** Names of outside sources that must answer before the check may say anything but `unknown`. */
  readonly sources: readonly string[];
  readonly parties: readonly Party[];
  readonly plans: readonly Plan[];
  readonly regisseurs: readonly Regisseur[];
  readonly escalations: readonly Escalation[];
  readonly cards: readonly IssuedCard[];
  readonly notices: readonly Notice[];
  readonly processed: readonly ProcessedCommand[];
  readonly audit: readonly AuditLine[];
}

/** Thresholds and choices of the municipality; numbers of days are calendar days unless the name says werkdagen. */
export interface CaseSettings {
  /** Plan kinds that count as the one plan. */
  readonly countingPlanKinds: readonly string[];
  /** A plan without a review date counts as outdated this many days after `agreedOn`. */
  readonly planOutdatedAfterDays: number;
  readonly answerWithinWerkdagen: number;
  /** Days on which nobody works, besides Saturday and Sunday. */
  readonly holidays: readonly Day[];
  /** How long an ambiguous card waits for proof, milliseconds. */
  readonly proofWaitMs: number;
  /** After this many failed tries a notice goes to the fallback officer. */
  readonly maxTries: number;
}

export type PlanFinding =
  | { readonly kind: 'one'; readonly planId: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'several'; readonly planIds: readonly string[] }
  | { readonly kind: 'outdated'; readonly planId: string; readonly since: Day }
  | { readonly kind: 'incomplete'; readonly planId: string; readonly missing: readonly string[] };

export type RegisseurFinding =
  | { readonly kind: 'one'; readonly regisseurId: string; readonly since: Day }
  | { readonly kind: 'none' }
  | { readonly kind: 'several'; readonly regisseurIds: readonly string[] }
  | { readonly kind: 'gone'; readonly regisseurId: string; readonly since: Day }
  | { readonly kind: 'cannot-lead'; readonly regisseurId: string };

/** The verdict of the check. An outage is never `none`: it is `unknown`, with what did not answer. */
export type OnePlanFinding =
  | { readonly kind: 'in-order'; readonly plan: PlanFinding; readonly regisseur: RegisseurFinding }
  | { readonly kind: 'deviates'; readonly plan: PlanFinding; readonly regisseur: RegisseurFinding }
  | { readonly kind: 'unknown'; readonly because: readonly string[]; readonly asOf: Instant };
