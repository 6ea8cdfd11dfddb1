/** What the outside may ask of the subject. Refusals are values; faults of the store are thrown. */
import type {
  Actor,
  Day,
  DeliveryOutcome,
  Escalation,
  FactBeside,
  FamilyCase,
  FilingAnswers,
  GateCheck,
  Notice,
  OnePlanFinding,
  StaffActor,
  StuckCard,
  StuckFinding,
} from './model.ts';
import type { CaseLabel, DueNotice } from './ports.ts';
import type { DecisionInput, FilerAction, OfficerAction } from './rules/escalation/actions.ts';
import type { PublishedText } from './rules/escalation/publication.ts';
import type { OnBehalfInput } from './rules/escalation/on-behalf.ts';
import type { ProposalInput } from './rules/escalation/proposal.ts';
import type { CompleteCheck } from './rules/complete-check.ts';
import type { Figures } from './rules/figures.ts';
import type { NormFinding } from './rules/norms/finding.ts';
import type { FamilyWork } from './rules/open-work.ts';
import type { DroppedPromise } from './rules/promise.ts';
import type { AnonymousRecord } from './rules/public/anonymous-record.ts';
import type { CaseEntry } from './rules/record/entry.ts';
import type { Refusal } from './rules/refusal.ts';
import type { StoppedFinding } from './rules/stuck/stopped.ts';
import type { Tracked } from './rules/tracked.ts';

export type { Refusal };

export interface TeamMember {
  /** Actor id. */
  readonly id: string;
  readonly name: string;
}

export interface CheckResult {
  readonly kind: 'checked';
  readonly label: string;
  readonly finding: OnePlanFinding;
  /** Every deviation with since when and the next step, what was looked at, and by whom. */
  readonly complete: CompleteCheck;
  readonly familyCase: FamilyCase;
  /** Who has a task for this family now. */
  readonly team: readonly TeamMember[];
}

/** What was written down, and what it set off. */
export interface Recorded {
  readonly kind: 'recorded';
  readonly familyCase: FamilyCase;
  /** Of the record that came in or was changed. */
  readonly id: string;
  /** What the stuck rules found now that they had not found before. */
  readonly found: readonly StuckFinding[];
  /** The family's one card, when it has one. */
  readonly card: StuckCard | null;
}

export interface GateChecked {
  readonly kind: 'gate-checked';
  readonly familyCase: FamilyCase;
  readonly gateCheck: GateCheck;
  readonly complete: CompleteCheck;
  readonly card: StuckCard | null;
}

export interface Filing {
  readonly ownWords: string;
  readonly summary: string | null;
  /** The parent read the summary in the chat and said that it is right. */
  readonly summaryConfirmed?: boolean;
  readonly answers: FilingAnswers;
  /** Sentences of the own words in which the computer saw possible danger: kept beside what was answered. */
  readonly danger?: readonly string[];
  /** For a worker: the family it is about. A parent files without naming a family. */
  readonly caseId: string | null;
  /** Where news for the filer can be left; the address key of the conversation. */
  readonly replyTo: string | null;
  /** Somebody speaks for the family; refused without its consent. */
  readonly onBehalf?: OnBehalfInput | null;
  /** What the parent proposes; it has a right to an answer. */
  readonly proposal?: ProposalInput | null;
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

/** Names by actor id of who had an escalation, as the role table writes them: with the function, where that stands there. */
export type OwnerNames = ReadonlyMap<string, string>;

/** What a follow code shows: the own filing, and of the family what a colleague stopped or dropped. Nothing else of it. */
export interface Followed {
  readonly kind: 'followed';
  /** As this filer may read it. */
  readonly escalation: Escalation;
  readonly stopped: readonly StoppedFinding[];
  /** What was promised or recommended and is not done any more; absent: nothing, or who asks speaks for the family only. */
  readonly dropped?: readonly DroppedPromise[] | undefined;
  /** Absent: nobody looked them up. */
  readonly names?: OwnerNames | undefined;
}

/** A notice that is due, with what is needed to put it into words. */
export interface NoticeToDeliver {
  readonly caseId: string;
  readonly notice: Notice;
  readonly escalation: Escalation;
  readonly label: string;
  /** Absent: nobody looked them up. */
  readonly names?: OwnerNames | undefined;
}

/** Account of one escalation: the norms with their evidence, the promises, and the facts that can stand beside a statement. */
export interface Account {
  readonly kind: 'account';
  readonly label: string;
  readonly escalation: Escalation;
  readonly norms: readonly NormFinding[];
  readonly promises: readonly Tracked[];
  readonly facts: readonly FactBeside[];
}

export interface PromiseOfFamily {
  readonly caseId: string;
  readonly promise: Tracked;
}

/** One look at everything that is due. */
export interface DueRun {
  readonly looked: number;
  readonly changed: number;
  /** Ids of cases that could not be written now; the next look finds them again. */
  readonly failed: readonly string[];
}

/** With a card, or from a list. */
export type OfficerTarget = { readonly cardRef: string } | { readonly caseId: string; readonly escalationId: string };

/** With the follow code, or by a colleague with a task for the family. */
export type FilerTarget = { readonly followCode: string } | { readonly caseId: string; readonly escalationId: string };

export interface NightlyRun {
  readonly families: number;
  /** Families whose card is kept off the desk until the municipality is ready. */
  readonly held: number;
  /** Families for which a clock ran out or a proposal went on. */
  readonly changed: number;
  /** Ids of families that could not be looked at now; the next run tries them again. */
  readonly failed: readonly string[];
}

export interface Cases {
  /** To recognise a family by: nothing of it is shown. */
  ownCases(actor: StaffActor): Promise<readonly CaseLabel[]>;
  /** The same to show, e.g. to choose from: a look, with an audit line. */
  showOwnCases(actor: StaffActor): Promise<readonly CaseLabel[] | Refusal>;
  check(actor: StaffActor, caseId: string): Promise<CheckResult | Refusal>;
  file(actor: Actor, filing: Filing, commandId: string): Promise<Filed | Refusal>;
  /** Id of the own family about which this command filed before; `null`: none that is still known. */
  filedBefore(actor: StaffActor, commandId: string): Promise<string | null>;
  /** Read-only look at what a card stands for; leaves an audit line and marks the card as seen. */
  openCard(actor: StaffActor, cardRef: string): Promise<CardView | Refusal>;
  take(actor: StaffActor, cardRef: string, commandId: string): Promise<CardView | Refusal>;
  decide(actor: StaffActor, cardRef: string, input: DecisionInput, commandId: string): Promise<CardView | Refusal>;
  /** Everything else an officer does with an escalation; `take` and `decide` are two of these actions. */
  asOfficer(
    actor: StaffActor,
    target: OfficerTarget,
    action: OfficerAction,
    commandId: string,
  ): Promise<CardView | Refusal>;
  /** What whoever asked adds: a word at any change, a correction, a proposal, an answer, a complaint. */
  react(actor: Actor, target: FilerTarget, action: FilerAction, commandId: string): Promise<Followed | Refusal>;
  /** Reminds, asks and hands on what has a day that came. Call it often: it only writes where something is due. */
  actOnDueDates(pause: () => Promise<void>): Promise<DueRun>;
  /** Open escalations of an officer and decided ones with something due, what is due first in front. */
  running(actor: StaffActor): Promise<readonly CardView[] | Refusal>;
  /** The norm check, the promises and the facts of one escalation, for who works on it. */
  account(
    actor: StaffActor,
    target: { readonly caseId: string; readonly escalationId: string },
  ): Promise<Account | Refusal>;
  /** What was promised in these cases and not kept yet, for officers. `ids`: of every case (`Archive.ids`). */
  openPromises(
    actor: StaffActor,
    ids: readonly string[],
    pause: () => Promise<void>,
  ): Promise<readonly PromiseOfFamily[] | Refusal>;
  /** What stands on the public page about these cases, for officers, closed last in front. `ids`: of every case. */
  published(
    actor: StaffActor,
    ids: readonly string[],
    pause: () => Promise<void>,
  ): Promise<readonly PublishedText[] | Refusal>;
  /** For the public figures: no record tells who it is about. */
  publicRecords(ids: readonly string[], pause: () => Promise<void>): Promise<readonly AnonymousRecord[]>;
  /** By the worker who filed it (`escalationId` with `caseId`), or by the parent with the follow code. */
  withdraw(
    actor: Actor,
    target: { readonly followCode: string } | { readonly caseId: string; readonly escalationId: string },
    reason: string,
    commandId: string,
  ): Promise<Followed | Refusal>;
  /** Writes one thing down about a family; the stuck rules are run in the same write. */
  record(actor: StaffActor, caseId: string, entry: CaseEntry, commandId: string): Promise<Recorded | Refusal>;
  /** The gate: the check before a first contact ends, with its evidence kept in the case. */
  endFirstContact(actor: StaffActor, caseId: string, contactOn: Day, commandId: string): Promise<GateChecked | Refusal>;
  /** A finding stops only with a reason that the parent can read. */
  stopFinding(
    actor: StaffActor,
    caseId: string,
    stop: { readonly key: string; readonly reason: string },
    commandId: string,
  ): Promise<Recorded | Refusal>;
  /** A proposal goes to the desk now, without waiting for its day. */
  pushFinding(actor: StaffActor, caseId: string, key: string, commandId: string): Promise<Recorded | Refusal>;
  /** What waits for this worker in the families with a task for him; families with nothing are left out. */
  ownWork(actor: StaffActor): Promise<readonly FamilyWork[] | Refusal>;
  /** Counts over all known families, for officers; the counts are whole numbers, hide those under 5 where they are shown. */
  inView(actor: StaffActor, pause: () => Promise<void>): Promise<Figures | Refusal>;
  /** The nightly run of the stuck rules. `pause` gives the turns of people their time; it is called every few families. */
  lookAtAll(pause: () => Promise<void>): Promise<NightlyRun>;
  /** Whoever has the code, as the parent; of staff only who may see that case, and under the own id in the audit log. */
  follow(actor: Actor, followCode: string): Promise<Followed | Refusal>;
  dueNotices(limit: number): Promise<readonly DueNotice[]>;
  /** `undefined` when the notice needs no delivery any more (settled, or its card was proven or voided). */
  noticeToDeliver(due: DueNotice): Promise<NoticeToDeliver | undefined>;
  settle(due: DueNotice, outcome: DeliveryOutcome): Promise<void>;
  /** An address of this person became known: what waited for it is due now. */
  requeue(actorId: string): Promise<void>;
  /** Gives open escalations of who is no officer any more to the first on duty; says how many nobody could be given. */
  handOverOrphans(): Promise<{ readonly left: number }>;
}
