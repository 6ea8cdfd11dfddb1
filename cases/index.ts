/** cases/: the subject. Model, rules, use cases, ports. Imports nothing; inside, `rules/` imports only `model.ts`. */
export type {
  Account,
  CardView,
  Cases,
  CheckResult,
  DueRun,
  Filed,
  FilerTarget,
  Filing,
  Followed,
  GateChecked,
  NightlyRun,
  NoticeToDeliver,
  OfficerTarget,
  PromiseOfFamily,
  Recorded,
  Refusal,
} from './cases.ts';
export {
  type Actor,
  type AuditLine,
  type Aftercare,
  type AftercareMoment,
  type CaseSettings,
  type Course,
  type Day,
  type Decision,
  type DeliveryOutcome,
  type DomainLook,
  type Escalation,
  type EscalationState,
  type Fact,
  type Family,
  type FamilyCase,
  type FilingAnswers,
  type GateCheck,
  type Handover,
  type HandoverItem,
  type HelpRequest,
  type Instant,
  type IssuedCard,
  type LifeDomain,
  type Measure,
  type Member,
  type Notice,
  type NoticeKind,
  type NoticeState,
  type NoticeTarget,
  type OnePlanFinding,
  type OwnRule,
  type OwnWords,
  type Party,
  type Plan,
  type PlanFinding,
  type ProcessedCommand,
  type PromiseMade,
  type Provider,
  type Recorder,
  type Referral,
  type ReferralOutcome,
  type RegieTask,
  type Regisseur,
  type RegisseurFinding,
  type Rejection,
  type RequestAnswer,
  type RequestKind,
  type RequestOutcome,
  type RuleMode,
  type Signal,
  type SignalCode,
  type StaffActor,
  type Stuck,
  type StuckCard,
  type StuckCardState,
  type StuckFinding,
  type StuckPush,
  type StuckRuleId,
  type StuckSettings,
  type StuckStop,
  type Trajectory,
  type Verdict,
  type YesNo,
  type Absence,
  type AskedOf,
  type Author,
  type Blocker,
  type CallBack,
  type Closing,
  type Comment,
  type Complaint,
  type ComplaintStatement,
  type DecisionGrounds,
  type EarlierRound,
  type EscalationStep,
  type EscalationTerms,
  type FactBeside,
  type HelpedQuestion,
  type Lesson,
  type MoreAsked,
  type Named,
  type OnBehalf,
  type OnDuty,
  type Order,
  type ParentProposal,
  type Proceedings,
  type ProposalAnswer,
  type Reading,
  type StepKind,
  type ToldParent,
  blockers,
  handoverItems,
  lifeDomainNames,
  newCourse,
  newProceedings,
  signalCodes,
  stepKinds,
  stuckRuleIds,
  usualTerms,
} from './model.ts';
export type {
  Archive,
  AuditLog,
  CaseDeps,
  CaseLabel,
  CaseSource,
  CommitOutcome,
  DueNotice,
  Register,
  RoleTable,
  SourceAnswer,
} from './ports.ts';
export { makeCases } from './make-cases.ts';
export type { CompleteCheck, Deviation, DeviationCode } from './rules/complete-check.ts';
export { type Continuity, continuityOf } from './rules/continuity.ts';
export { familyFigures, type Figures, figuresOf } from './rules/figures.ts';
export { type FamilyWork, openWork, type WorkItem, type WorkKind } from './rules/open-work.ts';
export {
  type KeepDays,
  type KeptKind,
  keptKindOf,
  type Retention,
  retentionOf,
  type StillRunning,
} from './rules/retention.ts';
export { copyCase, type Erased, eraseCase, type KeepDeps } from './use-cases/keep-or-erase.ts';
export { type WallCount, wallCount } from './rules/providers.ts';
export type { CaseEntry } from './rules/record/entry.ts';
export { tickable } from './rules/record/signals.ts';
export { type CardInput, walkCard } from './rules/stuck/card.ts';
export { type Desk, deskOf } from './rules/stuck/desk.ts';
export { fireRules } from './rules/stuck/fire.ts';
export { growStuck, openProposals, stuckCardOf } from './rules/stuck/grow.ts';
export type {
  DecisionInput,
  FilerAction,
  GroundsInput,
  LessonInput,
  OfficerAction,
  OrderInput,
  RegisseurInput,
} from './rules/escalation/actions.ts';
export { cannotClose } from './rules/escalation/close.ts';
export { type DueItem, type DueKind, dueItems, isOpen, isRunning } from './rules/escalation/due.ts';
export { factsOf } from './rules/escalation/facts-of.ts';
export type { OnBehalfInput } from './rules/escalation/on-behalf.ts';
export type { ProposalInput } from './rules/escalation/proposal.ts';
export { normCheck } from './rules/norms/norm-check.ts';
export type { NormEvidence, NormFinding, NormId, NormInput } from './rules/norms/finding.ts';
export { type AnonymousRecord, anonymousRecord, type Quarter, quarterOf } from './rules/public/anonymous-record.ts';
export { type AskedAndDone, askedAndDone, type QuarterReport, quarterReport } from './rules/public/quarter-report.ts';
export type { Cell, Group } from './rules/public/small-counts.ts';
export { type Tracked, type TrackedKind, trackedPromises } from './rules/tracker.ts';
export type { ClosingObstacle } from './rules/refusal.ts';
export { formatFollowCode, makeFollowCode, normaliseFollowCode } from './rules/follow-code.ts';
export { maskBsn } from './rules/mask-bsn.ts';
export { findOnePlan } from './rules/one-plan.ts';
export { addWerkdagen, instantOn, isDay, isWerkdag, localDay, werkdagenLater } from './rules/werkdagen.ts';
