/** What the outside may ask of the subject. Refusals are values; faults of the store are thrown. */
import type {
  Actor,
  DeliveryOutcome,
  Escalation,
  FamilyCase,
  FilingAnswers,
  Notice,
  OnePlanFinding,
  StaffActor,
  Verdict,
} from './model.ts';
import type { CaseLabel, DueNotice } from './ports.ts';
import type { Refusal } from './rules/refusal.ts';

export type { Refusal };

export interface CheckResult {
  readonly kind: 'checked';
  readonly label: string;
  readonly finding: OnePlanFinding;
  readonly familyCase: FamilyCase;
}

export interface Filing {
  readonly ownWords: string;
  readonly summary: string | null;
  readonly answers: FilingAnswers;
  /** For a worker: the family it is about. A parent files without naming a family. */
  readonly caseId: string | null;
  /** Where news for the filer can be left; the address key of the conversation. */
  readonly replyTo: string | null;
}

/** `followCode` is null when the same command was carried out before: the code is shown once and stored nowhere. */
export type Filed = { readonly kind: 'filed'; readonly escalation: Escalation; readonly followCode: string | null };

export interface CardView {
  readonly kind: 'card';
  readonly cardRef: string;
  readonly label: string;
  readonly escalation: Escalation;
  readonly familyCase: FamilyCase;
  readonly finding: OnePlanFinding | null;
  /** Whether this actor may take and decide now. */
  readonly mayDecide: boolean;
}

/** What a follow code shows: about the parent's own filing only, never about a family. */
export interface Followed {
  readonly kind: 'followed';
  readonly escalation: Escalation;
}

export interface DecisionInput {
  readonly verdict: Verdict;
  readonly reason: string;
  readonly effectiveOn: string;
}

/** A notice that is due, with what is needed to put it into words. */
export interface NoticeToDeliver {
  readonly caseId: string;
  readonly notice: Notice;
  readonly escalation: Escalation;
  readonly label: string;
}

export interface Cases {
  ownCases(actor: StaffActor): Promise<readonly CaseLabel[]>;
  check(actor: StaffActor, caseId: string): Promise<CheckResult | Refusal>;
  file(actor: Actor, filing: Filing, commandId: string): Promise<Filed | Refusal>;
  /** Read-only look at what a card stands for; leaves an audit line and marks the card as seen. */
  openCard(actor: StaffActor, cardRef: string): Promise<CardView | Refusal>;
  take(actor: StaffActor, cardRef: string, commandId: string): Promise<CardView | Refusal>;
  decide(actor: StaffActor, cardRef: string, input: DecisionInput, commandId: string): Promise<CardView | Refusal>;
  /** By the worker who filed it (`escalationId` with `caseId`), or by the parent with the follow code. */
  withdraw(
    actor: Actor,
    target: { readonly followCode: string } | { readonly caseId: string; readonly escalationId: string },
    reason: string,
    commandId: string,
  ): Promise<Followed | Refusal>;
  follow(followCode: string): Promise<Followed | Refusal>;
  /** Open cards of an officer, newest first. */
  openEscalations(actor: StaffActor): Promise<readonly CardView[] | Refusal>;
  dueNotices(limit: number): Promise<readonly DueNotice[]>;
  /** `undefined` when the notice needs no delivery any more (settled, or its card was proven or voided). */
  noticeToDeliver(due: DueNotice): Promise<NoticeToDeliver | undefined>;
  settle(due: DueNotice, outcome: DeliveryOutcome): Promise<void>;
  /** An address of this person became known: what waited for it is due now. */
  requeue(actorId: string): Promise<void>;
  /** Gives open escalations of who is no officer any more to the first on duty; says how many nobody could be given. */
  handOverOrphans(): Promise<{ readonly left: number }>;
}
